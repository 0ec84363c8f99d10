import { asObject, asText } from "../terraform/json.js";
import type { PlanJson } from "../terraform/plan-json.js";

/** Id of a group or user -> every name it had when the state was written, from the stack's outputs. */
export type FormerNames = ReadonlyMap<string, readonly string[]>;

/** AWS knows only the name of today; the outputs `group_map` and `user_map` of the last apply have that of before. */
export function formerNames(json: PlanJson): FormerNames {
  const outputs = asObject(json.output_changes);
  const names = new Map<string, readonly string[]>();
  for (const output of ["group_map", "user_map"]) {
    const before = asObject(asObject(outputs?.[output])?.before);
    for (const [name, value] of Object.entries(before ?? {})) {
      const id = asText(value);
      if (id !== null) names.set(id, [...(names.get(id) ?? []), name]);
    }
  }
  return names;
}
