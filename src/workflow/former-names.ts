import { asObject, asText } from "../terraform/json.js";
import type { PlanJson } from "../terraform/plan-json.js";

/** Id of a group or user -> every name it had when the state was written, from the stack's outputs. */
export type FormerNames = ReadonlyMap<string, readonly string[]>;

/** AWS knows only the name of today; the outputs `group_map` and `user_map` of the last apply have that of before. */
export function formerNames(json: PlanJson): FormerNames {
  const outputs = asObject(json.output_changes);
  return namesById((output) => asObject(outputs?.[output])?.before);
}

/** The same from whatever gives the map of an output. */
export function namesById(mapOf: (output: string) => unknown): FormerNames {
  const names = new Map<string, readonly string[]>();
  for (const output of ["group_map", "user_map"]) {
    for (const [name, value] of Object.entries(asObject(mapOf(output)) ?? {})) {
      const id = asText(value);
      if (id !== null) names.set(id, [...(names.get(id) ?? []), name]);
    }
  }
  return names;
}
