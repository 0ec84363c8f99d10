import { asObject, asObjects, asText, type JsonObject } from "./json.js";
import { type State, type StateResource, stateOf } from "./state-json.js";

/** Reads a state as it is written, format 4, which `state pull` gives; null is an empty state. */
export function readKeptState(json: JsonObject | null): State {
  return stateOf(asObjects(json?.["resources"]).flatMap(objectsOf));
}

/** The value of an output at the last apply. */
export function keptOutput(json: JsonObject | null, name: string): unknown {
  return asObject(asObject(json?.["outputs"])?.[name])?.["value"];
}

function objectsOf(resource: JsonObject): readonly StateResource[] {
  if (resource["mode"] !== "managed") return [];
  const type = asText(resource["type"]) ?? "";
  const module = asText(resource["module"]);
  const address = `${module === null ? "" : `${module}.`}${type}.${asText(resource["name"]) ?? ""}`;
  return asObjects(resource["instances"])
    .filter((instance) => asText(instance["deposed"]) === null)
    .map((instance) => ({
      address: `${address}${indexOf(instance["index_key"])}`,
      type,
      values: asObject(instance["attributes"]) ?? {},
    }));
}

/** `[0]`, `["key"]`, or nothing. */
function indexOf(key: unknown): string {
  return typeof key === "string" || typeof key === "number" ? `[${JSON.stringify(key)}]` : "";
}
