import { expect, it } from "vitest";
import { readState } from "../../../src/terraform/state-json.js";
import { beganFrom } from "../../../src/workflow/bulk-refresh/same-state.js";

const object = (address: string, id: string) => ({
  address,
  mode: "managed",
  type: "aws_ssoadmin_permission_set",
  values: { id },
});
const json = (...resources: readonly object[]) => ({ values: { root_module: { resources } } });
const [a, b] = [object("x.A", "1"), object("x.B", "2")];
const compared = readState(json(a, b));

/** A plan that began from these objects, and imports the one at this address. */
function plan(resources: readonly object[], imported = "x.none") {
  const change = { actions: ["no-op"], importing: { id: "3" } };
  return {
    prior_state: json(...resources),
    resource_changes: [{ address: imported, mode: "managed", type: "x", name: "x", change }],
  };
}

it("knows a plan of the state that was compared, whatever was moved and imported", () => {
  expect(beganFrom(compared, plan([b, object("x.Moved", "1")]))).toBe(true);
  expect(beganFrom(compared, plan([a, b, object("x.C", "3")], "x.C"))).toBe(true);
});

it("knows that somebody has written the state since", () => {
  expect(beganFrom(compared, plan([a]))).toBe(false);
  expect(beganFrom(compared, plan([a, object("x.B", "4")]))).toBe(false);
  expect(beganFrom(compared, plan([a, b, object("x.C", "3")]))).toBe(false);
  expect(beganFrom(compared, { resource_changes: [] })).toBe(false);
});
