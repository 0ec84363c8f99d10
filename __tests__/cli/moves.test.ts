import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { assignmentAddress, permissionSetAddress } from "../../src/access/address.js";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import { catalogPath, exampleCatalog } from "./example.js";

const key = { accountId: "100000000002", principalType: "GROUP", permissionSet: "Own" } as const;
const addressOf = (principalName: string) =>
  `aws_ssoadmin_account_assignment.${assignmentAddress({ ...key, principalName })}`;

it("synth writes the moves and imports of the moves.yaml beside the catalog", async () => {
  const set = `aws_ssoadmin_permission_set.${permissionSetAddress("Own")}`;
  const folder = project({
    [catalogPath]: exampleCatalog,
    "catalog/moves.yaml": `version: 1\nmoved: [{ from: { group: Old }, to: { group: Admins } }]\nimport: [{ to: ${set}, id: "a,b" }]\n`,
  });
  expect((await identity(folder, ["synth"])).code).toBe(0);
  const config = JSON.parse(readFileSync(join(folder, "cdktf.out/stacks/aws-sso/cdk.tf.json"), "utf8"));
  expect(config.import).toEqual([{ to: set, id: "a,b" }]);
  expect(config.moved).toContainEqual({ from: addressOf("Old"), to: addressOf("Admins") });
});

it("a mistake in moves.yaml is shown on its line and makes the catalog invalid", async () => {
  const folder = project({
    [catalogPath]: exampleCatalog,
    "catalog/moves.yaml": "version: 1\nmoved:\n  - from: { group: Old }\n    to: { group: Admin }\n",
  });
  const { code, err } = await identity(folder, ["validate"]);
  expect(code).toBe(3);
  expect(err).toContain("catalog/moves.yaml:4:18: error IDC377: the catalog grants nothing to group");
  expect(err).toContain("4 |     to: { group: Admin }\n");
});
