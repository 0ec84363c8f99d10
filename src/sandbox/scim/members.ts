import type { Context } from "../service/operation.js";
import { isObject } from "../shape/json-object.js";
import { invalid } from "./errors.js";
import { userOf } from "./store.js";

/** Members in one request, be it to create a group or to change it. */
export const maxMembers = 100;

/** The ids in a list of members, each once: `[{ "value": "…" }]`. */
export function memberIds(members: unknown): readonly string[] {
  if (!Array.isArray(members)) throw invalid("members has to be a list.");
  const ids = members.map((member: unknown) => (isObject(member) ? member["value"] : null));
  if (!ids.every((id) => typeof id === "string" && id !== "")) throw invalid("A member has to have a value.");
  return [...new Set(ids.map(String))];
}

/** Throws when one of the ids is no user's. */
export function requireUsers(context: Context, ids: readonly string[]): void {
  for (const id of ids) userOf(context, id);
}
