import { asObjects, type JsonObject } from "../../terraform/json.js";

/** One page of a list. */
export interface ScimPage {
  readonly items: readonly JsonObject[];
  /** How many there are in all; null when the answer does not say. */
  readonly total: number | null;
  /** Where the next page begins; null when there is none, or the server does not page so. */
  readonly next: string | null;
}

/** Reads a list; null when the answer is none. A list of nothing may leave `Resources` out. */
export function readList(body: JsonObject): ScimPage | null {
  const { Resources: resources = [], totalResults, nextCursor } = body;
  const total = typeof totalResults === "number" ? totalResults : null;
  const items = asObjects(resources);
  // A list with anything else in it is none.
  if (!Array.isArray(resources) || items.length !== resources.length) return null;
  if (body["Resources"] === undefined && total !== 0) return null;
  return {
    items,
    total,
    next: typeof nextCursor === "string" && nextCursor !== "" ? nextCursor : null,
  };
}

/** `Groups` and its parameters, encoded. */
export function query(resource: "Groups" | "Users", parameters: Readonly<Record<string, string>>): string {
  const parts = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${resource}?${parts.join("&")}`;
}

/** `attribute eq "value"`; the value is quoted as JSON, as the protocol wants. */
export function equals(attribute: string, value: string): string {
  return `${attribute} eq ${JSON.stringify(value)}`;
}
