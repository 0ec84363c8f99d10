import { failure } from "../service/failure.js";
import type { Context } from "../service/operation.js";
import { page } from "../service/page.js";
import type { JsonObject } from "../shape/json-object.js";
import { invalid } from "./errors.js";
import { found, type ScimReply, type ScimRequest } from "./request.js";

const size = 100;

/**
 * One page of a list. With `cursor`, empty at first, the answer has a `nextCursor` while more follows; without it
 * the first page is all there is to be had. `startIndex`, `attributes` and `excludedAttributes` are ignored, as by AWS.
 */
export function listed<Item>(
  context: Context,
  request: ScimRequest,
  items: readonly Item[],
  keyOf: (item: Item) => string,
  shown: (item: Item) => JsonObject,
): ScimReply {
  const { parameters } = request;
  const cursor = parameters.get("cursor");
  const count = countOf(parameters.get("count"));
  const paged = page(
    context,
    { MaxResults: count, ...pageAfter(cursor), ...scopeOf(parameters) },
    items,
    keyOf,
    {
      size,
      invalidCode: "ValidationException",
    },
  );
  const common = {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
    itemsPerPage: paged.items.length,
    Resources: paged.items.map(shown),
  };
  const { NextToken: next } = paged.next;
  if (cursor === null) return found({ ...common, totalResults: items.length, startIndex: 1 });
  return found(next === undefined ? common : { ...common, nextCursor: next });
}

function countOf(text: string | null): number {
  if (text === null) return size;
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= size) return count;
  throw invalid(`count has to be from 1 to ${size}, and is ${text}.`);
}

function pageAfter(cursor: string | null): { readonly NextToken?: string } {
  if (cursor === null || cursor === "") return {};
  if (/^[-a-zA-Z0-9+=/:_]*$/.test(cursor)) return { NextToken: cursor };
  throw failure("ValidationException", "The cursor has characters that no cursor has.");
}

/** A cursor is good for the filter it was given for. */
function scopeOf(parameters: URLSearchParams): { readonly filter: string } {
  return { filter: parameters.get("filter") ?? "" };
}
