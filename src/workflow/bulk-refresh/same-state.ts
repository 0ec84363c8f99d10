import { asObject } from "../../terraform/json.js";
import { type PlanJson, readPlan } from "../../terraform/plan-json.js";
import { readState, type State, type StateResource } from "../../terraform/state-json.js";

/**
 * True when a plan without a refresh began from exactly these objects, so that nobody has written the state since it
 * was compared. Addresses are left out, for a plan has moved what moves; what it imports it has read from AWS itself.
 */
export function beganFrom(state: Pick<State, "resources">, plan: PlanJson): boolean {
  const imported = new Set(
    readPlan(plan)
      .changes.filter((c) => c.importId !== null)
      .map((c) => c.address),
  );
  const { resources } = readState(asObject(plan["prior_state"]));
  const before = resources.filter((resource) => !imported.has(resource.address)).map(objectText);
  const compared = state.resources.map(objectText);
  return JSON.stringify(before.sort()) === JSON.stringify(compared.sort());
}

function objectText({ type, values }: StateResource): string {
  return JSON.stringify([type, values]);
}
