import { isDeepStrictEqual } from "node:util";
import { asObject, asText, type JsonObject, parseObject } from "../../terraform/json.js";

/**
 * The first attribute in which an object of the state is not what a refresh would write, in the order of names;
 * null when there is none. An attribute that only one of them has differs.
 */
export function differingAttribute(recorded: JsonObject, refreshed: JsonObject): string | null {
  const names = new Set([...Object.keys(recorded), ...Object.keys(refreshed)]);
  const differs = (name: string): boolean => {
    if (!Object.hasOwn(recorded, name) || !Object.hasOwn(refreshed, name)) return true;
    const same = asTheProvider[name] ?? isDeepStrictEqual;
    return !same(recorded[name], refreshed[name]);
  };
  return [...names].sort().find(differs) ?? null;
}

/** Attributes of which the provider takes two values for one; all others have to be equal to the letter. */
const asTheProvider: Readonly<Record<string, (recorded: unknown, refreshed: unknown) => boolean>> = {
  // The provider keeps the text of the state when what AWS has says the same; that key order and spaces say nothing
  // is part of what it knows, and what else it knows is not needed here.
  inline_policy: (recorded, refreshed) => {
    if (recorded === refreshed) return true;
    const [before, after] = [recorded, refreshed].map((text) => parseObject(asText(text) ?? ""));
    return before !== null && isDeepStrictEqual(before, after);
  },
  // No tags in the catalog are null in the state until the first refresh is applied, and empty then: no plan differs.
  tags: (recorded, refreshed) => isDeepStrictEqual(recorded ?? {}, refreshed),
  created_date: (recorded) => asObject(recorded) === null && (asText(recorded) ?? "") !== "",
};
