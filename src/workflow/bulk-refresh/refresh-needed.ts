import { visible } from "../../diagnostic/visible.js";
import type { State, StateResource } from "../../terraform/state-json.js";
import { differingAttribute } from "./differing-attribute.js";
import type { Live } from "./live.js";
import { type Refreshed, refreshed } from "./refreshed.js";

/**
 * Null when the state is in every attribute what AWS has, so that a refresh would change nothing in it; else why
 * that is not so, or cannot be known: what differs first, and how many objects do.
 */
export function refreshNeeded({ resources }: Pick<State, "resources">, live: Live): string | null {
  const reasons = resources.map((resource) => reasonOf(resource, live)).filter((reason) => reason !== null);
  const [first] = reasons;
  if (first === undefined) return null;
  return reasons.length === 1 ? first : `${reasons.length} objects differ, first of all ${first}`;
}

/** Why AWS need not be asked at all: an object that is never compared; null when there is none. */
export function incomparable({ resources }: Pick<State, "resources">): string | null {
  for (const resource of resources) {
    const how = comparison(resource);
    if (typeof how === "string") return `${visible(resource.address)} ${how}`;
  }
  return null;
}

function reasonOf(resource: StateResource, live: Live): string | null {
  const address = visible(resource.address);
  const how = comparison(resource);
  const found = typeof how === "string" ? how : how(resource.values, live);
  if (typeof found === "string") return `${address} ${found}`;
  const name = differingAttribute(resource.values, found);
  if (name === null) return null;
  const known = Object.hasOwn(found, name);
  return `${visible(name)} of ${address} is ${known ? "another in AWS" : "not known here"}`;
}

function comparison({ address, type }: StateResource): Refreshed | string {
  if (address.startsWith("module.")) return "is in a module, as nothing of this stack is";
  return refreshed.get(type) ?? "is of a type that this stack does not have";
}
