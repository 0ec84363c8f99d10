import { expect, it } from "vitest";
import { keptOutput, readKeptState } from "../../src/terraform/kept-state-json.js";

const set = {
  mode: "managed",
  type: "aws_ssoadmin_permission_set",
  name: "ps_a",
  instances: [{ attributes: { name: "A", instance_arn: "arn:aws:sso:::instance/ssoins-1" } }],
};
const state = {
  version: 4,
  outputs: { group_map: { value: { Devs: "g-1" }, type: ["object", { Devs: "string" }] } },
  resources: [
    set,
    { ...set, mode: "data" },
    { ...set, module: "module.old[0]", name: "many", instances: [{ index_key: "a b" }, { index_key: 2 }] },
    { ...set, name: "half", instances: [{ deposed: "0a1b2c3d", attributes: {} }] },
  ],
};

it("has the managed objects of a written state by their addresses", () => {
  const { resources, instanceArn, addresses } = readKeptState(state);
  expect(resources.map((r) => r.address)).toEqual([
    "aws_ssoadmin_permission_set.ps_a",
    'module.old[0].aws_ssoadmin_permission_set.many["a b"]',
    "module.old[0].aws_ssoadmin_permission_set.many[2]",
  ]);
  expect(addresses.has("aws_ssoadmin_permission_set.ps_a")).toBe(true);
  expect(resources[0]?.values).toMatchObject({ name: "A" });
  expect(instanceArn).toBe("arn:aws:sso:::instance/ssoins-1");
});

it("has the outputs of the last apply, and nothing when there is no state", () => {
  expect(keptOutput(state, "group_map")).toEqual({ Devs: "g-1" });
  expect(keptOutput(state, "user_map")).toBeUndefined();
  expect(keptOutput(null, "group_map")).toBeUndefined();
  expect(readKeptState(null)).toMatchObject({ resources: [], instanceArn: null });
});
