import { expect, it } from "vitest";
import { assignmentAddress, permissionSetAddress } from "../../src/access/address.js";
import { loadCatalog } from "../../src/catalog/load.js";
import type { LivePermissionSet } from "../../src/directory/live-access.js";
import { plan } from "../../src/workflow/plan.js";
import { catalogName, catalogText, groups } from "../doubles/catalog.js";
import { catalogFiles } from "../doubles/catalog-files.js";
import { stateJson } from "../doubles/plan-json.js";
import { fakePorts, type World } from "../doubles/ports.js";

const accountId = "100000000002";
const permissionSet = "ReadOnlyAccess";
const addressOf = (principalName: string) =>
  `aws_ssoadmin_account_assignment.${assignmentAddress({ accountId, principalType: "GROUP", principalName, permissionSet })}`;
const setAddress = `aws_ssoadmin_permission_set.${permissionSetAddress(permissionSet)}`;
const live: LivePermissionSet = {
  arn: "arn:aws:sso:::permissionSet/ssoins-1/ps-1",
  name: permissionSet,
  managedPolicies: [],
  customerManagedPolicies: [],
  hasInlinePolicy: false,
  hasPermissionsBoundary: false,
};
const inAws: World = {
  sets: [live],
  assignments: [{ accountId, permissionSetArn: live.arn, principalType: "GROUP", principalId: "g-Admins" }],
};

const input = {
  catalogHash: "c".repeat(64),
  stack: "aws-sso",
  noBroadening: false,
  refresh: "full",
} as const;

/** What the last synth of a plan was asked for. */
async function synthesized(moves: string, world: World) {
  const texts = {
    [catalogName]: catalogText({ account_assignments: { dev: groups({ Admins: [permissionSet] }) } }),
    "moves.yaml": `version: 1\n${moves}`,
  };
  const { catalog } = loadCatalog(catalogFiles(texts), catalogName, null);
  if (catalog === null) throw new Error("there is a catalog");
  const ports = fakePorts(world);
  const result = await plan(ports, { ...input, catalog });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  const { moved, adoptions } = ports.synthesized.at(-1) ?? {};
  return { moved, adoptions };
}

const rename = "moved: [{ from: { group: Old }, to: { group: Admins } }]";
const moved = [{ from: addressOf("Old"), to: addressOf("Admins") }];

it("what a state has under the old address is moved and not adopted", async () => {
  const state = stateJson({ address: setAddress }, { address: addressOf("Old") });
  const input = await synthesized(rename, { ...inAws, terraform: { state } });
  expect(input).toEqual({ moved, adoptions: [] });
});

it("what a state has under neither address is adopted, moved or not", async () => {
  const state = stateJson({ address: setAddress });
  const input = await synthesized(rename, { ...inAws, terraform: { state } });
  expect(input).toMatchObject({ moved, adoptions: [{ to: addressOf("Admins") }] });
});

it("a written import takes the place of the one that was found, and stays when all is in the state", async () => {
  const written = `import: [{ to: ${setAddress}, id: "written,id" }]`;
  const { adoptions } = await synthesized(written, inAws);
  expect(adoptions).toMatchObject([{ to: setAddress, id: "written,id" }, { to: addressOf("Admins") }]);
  const state = stateJson({ address: setAddress }, { address: addressOf("Admins") });
  const complete = await synthesized(written, { ...inAws, terraform: { state } });
  expect(complete.adoptions).toEqual([{ to: setAddress, id: "written,id" }]);
});
