import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UpdateGroupCommand } from "@aws-sdk/client-identitystore";
import { expect, it } from "vitest";
import { startAws } from "./aws.js";
import { exits } from "./identity.js";
import { catalogText, createProject, groups } from "./project.js";

const dev = "333333333331";
const catalog = catalogText({
  accounts: { "plat-dev": dev },
  sets: { Look: { description: "Look at things" }, Touch: { description: "Touch things" } },
  groups: ["Auditors"],
  assignments: { "plat-dev": groups({ Developers: ["Look", "Touch"], Auditors: ["Look"] }) },
});

it("a renamed group keeps its access, and one that the catalog creates is renamed in place", async () => {
  const aws = await startAws();
  const project = await createProject(aws.url, catalog);
  const write = (text: string): Promise<void> => writeFile(join(project.folder, "catalog/moves.yaml"), text);
  exits(await project.identity("deploy", "--auto-approve"), 0);
  const IdentityStoreId = aws.identityStoreId;
  const before = await aws.groups();
  const changesSoFar = (): Promise<readonly number[]> =>
    Promise.all(["sso-admin.CreateAccountAssignment", "sso-admin.DeleteAccountAssignment"].map(aws.requests));
  const changesOfDeploy = await changesSoFar();

  // The identity provider renames a group, somebody one of the catalog's own. The guards have the lines that help.
  const Operations = [{ AttributePath: "displayName", AttributeValue: "Engineers & Co" }];
  const GroupId = before.get("Developers") ?? "";
  await aws.store.send(new UpdateGroupCommand({ IdentityStoreId, GroupId, Operations }));
  await project.writeCatalog(
    catalog.replace("Developers", "Engineers & Co").replaceAll("Auditors", "Reviewers"),
  );
  const held = exits(await project.identity("plan", "--allow", "removals"), 4);
  expect(held.stderr.match(/error IDC\d+/g)?.sort()).toEqual(["error IDC408", "error IDC422"]);
  const lines = [...held.stderr.matchAll(/`(- \{ from: .*)`, and plan again/g)].map(([, line]) => line);
  expect(lines).toContain('- { from: { group: "Developers" }, to: { group: "Engineers & Co" } }');
  expect(lines).toContain('- { from: { group: "Auditors" }, to: { group: "Reviewers" } }');

  // With them, nothing changes but addresses, and the name of a group of the catalog's own.
  await write(`version: 1\nmoved:\n${lines.map((line) => `  ${line}\n`).join("")}`);
  const deployed = exits(await project.identity("deploy", "--auto-approve"), 0);
  expect(deployed.stdout).not.toMatch(/grants? (taken away|replaced|adopted|added)/);
  expect(deployed.stdout).toContain(
    "Terraform: 0 to add, 1 to change, 0 to replace, 0 to destroy, 0 to adopt, 4 to move\n",
  );
  expect(deployed.stdout).toContain("deployed, and planned again: no changes\n");
  expect((await aws.groups()).get("Reviewers")).toBe(before.get("Auditors") ?? "nothing was created");
  expect(await changesSoFar()).toEqual(changesOfDeploy);
  expect(await aws.assignments()).toEqual([
    `${dev} Engineers & Co Look`,
    `${dev} Engineers & Co Touch`,
    `${dev} Reviewers Look`,
  ]);
});
