import { expect, it } from "vitest";
import { exits } from "./identity.js";
import { catalogText, createProject, groups } from "./project.js";

const catalog = catalogText({
  accounts: { "plat-dev": "333333333331" },
  sets: {},
  assignments: { "plat-dev": groups({ Developers: ["ReadOnlyAccess"] }) },
});

it("deploys to the sandbox inside, with a state of its own, and then finds nothing to do; setup says that it is deployed", async () => {
  const project = await createProject(null, catalog);

  const deployed = exits(await project.identity("deploy", "--sandbox", "--auto-approve"), 0);
  expect(deployed.stdout).toContain("deployed, and planned again: no changes\n");

  const again = exits(await project.identity("deploy", "--sandbox", "--auto-approve", "--format", "json"), 0);
  expect(JSON.parse(again.stdout).changes).toBe(false);

  const setup = exits(await project.identity("setup", "--sandbox", "--format", "json"), 2);
  const { items } = JSON.parse(setup.stdout) as { readonly items: readonly { readonly id: string }[] };
  expect(items.find((item) => item.id === "deployed")).toMatchObject({
    status: "done",
    found: expect.stringMatching(/^1 grant in the state/),
  });

  expect(await project.files(".identity/sandbox/state")).toContain("aws-sso.tfstate");
  expect(await project.files(".identity/state")).toEqual([]);
});
