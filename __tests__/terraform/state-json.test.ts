import { describe, expect, it } from "vitest";
import { readState } from "../../src/terraform/state-json.js";
import { recordedText } from "./recorded.js";

function managed(address: string, values: object, mode = "managed") {
  return { address, type: address.split(".")[0], mode, values };
}

describe("a state document", () => {
  it("lists managed resources only", () => {
    const state = readState(JSON.parse(recordedText("state.json")));
    expect([...state.addresses].sort()).toEqual(
      ["adopted", "adoptedupd", "cbd", "now", "rep", "same", "upd"].map((name) => `terraform_data.${name}`),
    );
    expect(state.resources.find((r) => r.address === "terraform_data.upd")?.values.input).toBe("v2");
    expect(state.instanceArn).toBeNull();
  });

  it("finds the instance, in modules too, and tells when there are several", () => {
    const state = readState({
      values: {
        root_module: {
          resources: [managed("aws_ssoadmin_permission_set.a", { instance_arn: "arn:2" })],
          child_modules: [
            {
              resources: [managed("aws_ssoadmin_account_assignment.b", { instance_arn: "arn:1" })],
              child_modules: [
                { resources: [managed("aws_identitystore_group.c", { instance_arn: "arn:0" })] },
              ],
            },
          ],
        },
      },
    });
    expect(state.instanceArn).toBe("arn:1");
    expect(state.instanceArns).toEqual(["arn:1", "arn:2"]);
    expect(state.addresses.size).toBe(3);
  });

  it("reads no state and an empty state alike", () => {
    expect(readState(null)).toEqual(readState({ format_version: "1.0" }));
    expect(readState(null).resources).toEqual([]);
  });
});
