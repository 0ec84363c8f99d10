import { expect, it } from "vitest";
import { catalogText, createProject, groups } from "./project.js";

const catalog = catalogText({
  accounts: { "plat-dev": "333333333331" },
  sets: {},
  assignments: { "plat-dev": groups({ Developers: ["ReadOnlyAccess"] }) },
});

it("deploys to the sandbox inside, with a state of its own, and then finds nothing to do", async () => {
  const project = await createProject(null, catalog);

  const deployed = await project.identity("deploy", "--sandbox", "--auto-approve");
  expect(deployed.code).toBe(0);
  expect(deployed.stdout).toContain("deployed, and planned again: no changes\n");

  const again = await project.identity("deploy", "--sandbox", "--auto-approve", "--format", "json");
  expect([again.code, JSON.parse(again.stdout).changes]).toEqual([0, false]);

  expect(await project.files(".identity/sandbox/state")).toContain("aws-sso.tfstate");
  expect(await project.files(".identity/state")).toEqual([]);
});
