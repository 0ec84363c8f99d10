import { createHash } from "node:crypto";
import { failure } from "./failure.js";
import type { Context } from "./operation.js";

/** The members of a list request that steer paging. */
export interface PageRequest {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** One page: `NextToken` is there exactly when more follows. */
export interface Page<Item> {
  readonly items: Item[];
  readonly next: { readonly NextToken?: string };
}

/** How a service pages. */
export interface Paging {
  readonly size: number;
  readonly invalidCode: string;
}

/**
 * Cuts a page out of all items. Items are ordered by key and a token names the last key, so that
 * what is deleted while somebody lists never makes the rest skip. A token is only good for the
 * operation and the other parameters it was given for.
 */
export function page<Item>(
  context: Context,
  input: PageRequest,
  items: readonly Item[],
  keyOf: (item: Item) => string,
  paging: Paging,
): Page<Item> {
  const scope = scopeOf(context, input);
  const after = readToken(input.NextToken, scope, paging.invalidCode);
  const size = Math.min(input.MaxResults ?? paging.size, paging.size);
  const keyed = items.map((item) => ({ item, key: keyOf(item) }));
  const rest = after === null ? keyed : keyed.filter((entry) => entry.key > after);
  rest.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const cut = rest.slice(0, size);
  const last = cut.at(-1);
  const more = rest.length > size && last !== undefined;
  return {
    items: cut.map((entry) => entry.item),
    next: more ? { NextToken: Buffer.from(JSON.stringify([scope, last.key])).toString("base64url") } : {},
  };
}

function scopeOf(context: Context, input: PageRequest): string {
  const { MaxResults: _size, NextToken: _token, ...parameters } = input;
  const sorted = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([context.operation, sorted]))
    .digest("base64url")
    .slice(0, 16);
}

function readToken(token: string | undefined, scope: string, invalidCode: string): string | null {
  if (token === undefined || token === "") return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(token, "base64url").toString("utf8"));
    if (Array.isArray(value) && value[0] === scope && typeof value[1] === "string") return value[1];
  } catch {
    // A token that is not ours is reported below like one that belongs to another request.
  }
  const members: Record<string, string> =
    invalidCode === "InvalidInputException" ? { Reason: "INVALID_NEXT_TOKEN" } : {};
  throw failure(invalidCode, "The NextToken is not valid for this request.", members);
}
