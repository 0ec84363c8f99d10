import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CreateGroupCommand, DeleteGroupCommand } from "@aws-sdk/client-identitystore";
import { expect, it, onTestFinished } from "vitest";
import { startAws } from "./aws.js";
import { exits, temporaryFolder } from "./identity.js";
import { catalogText, createProject, groups } from "./project.js";

const dev = "333333333331";
const prod = "333333333334";
const sets = { Look: { description: "Look at things" }, Touch: { description: "Touch things" } };

const everything = catalogText({
  accounts: { "plat-dev": dev, "plat-prod": prod },
  sets,
  assignments: {
    "plat-dev": groups({ Developers: ["Look", "Touch"] }),
    "plat-prod": groups({ DevOps: ["Look"] }),
  },
});
const renamed = everything.replaceAll("plat-dev", "plat-playground");
const withoutTouch = catalogText({
  accounts: { "plat-playground": dev, "plat-prod": prod },
  sets: { Look: sets.Look },
  assignments: {
    "plat-playground": groups({ Developers: ["Look"] }),
    "plat-prod": groups({ DevOps: ["Look"] }),
  },
});

it("plan, apply, plan: from a catalog to access, through AWS's bad moods and every change of the catalog", async () => {
  const world = await temporaryFolder();
  onTestFinished(world.remove);
  const statePath = join(world.path, "aws.json");
  const first = await startAws({ statePath, throttle: true, latencyMs: 1000 });
  const project = await createProject(first.url, everything);
  const codes = (stdout: string): string[] =>
    JSON.parse(stdout).diagnostics.map((d: { code: string }) => d.code);

  const planned = exits(await project.identity("plan", "--format", "json"), 2);
  const { run, changes, summary } = JSON.parse(planned.stdout);
  expect([changes, summary.grants.length]).toEqual([true, 3]);
  expect(await first.assignments()).toEqual([]);

  await first.fail("CreatePermissionSet", "ThrottlingException", 2);
  await first.fail("AttachManagedPolicyToPermissionSet", "ConflictException", 1);
  await first.fail("CreateAccountAssignment", "ThrottlingException", 3);
  await first.fail("CreateAccountAssignment", "ConflictException", 1);
  const applied = exits(await project.identity("apply", run.id), 0);
  expect(applied.stdout).toBe(`run ${run.id} is applied\n`);
  expect(await first.faults()).toEqual([]);
  expect(await first.assignments()).toEqual([
    `${dev} Developers Look`,
    `${dev} Developers Touch`,
    `${prod} DevOps Look`,
  ]);

  const again = exits(await project.identity("apply", run.id, "--format", "json"), 4);
  expect(codes(again.stdout)).toEqual(["IDC524"]);

  // An account gets another name: nothing changes.
  await first.close();
  await renameAccount(statePath, dev, "plat-playground");
  const aws = await startAws({ statePath, port: Number(new URL(first.url).port) });
  await project.writeCatalog(renamed);
  const unchanged = exits(await project.identity("plan", "--format", "json"), 0);
  expect(JSON.parse(unchanged.stdout)).toMatchObject({
    changes: false,
    summary: { grants: [], sets: [], groups: [], others: [], broadened: false },
  });

  // A permission set goes together with its assignment, when somebody approves, and only with the
  // catalog that was planned.
  await project.writeCatalog(withoutTouch);
  const removal = exits(await project.identity("deploy"), 4);
  expect(removal.stdout).toContain("1 grant taken away\n  - Developers  -> plat-playground  Touch\n");
  expect(removal.stderr).toContain("error IDC409: there is no terminal to ask for approval\n");
  expect(removal.stderr).toMatch(/run "identity apply \S+" after review, or deploy with --auto-approve/);
  await project.writeCatalog(renamed);
  const changed = exits(await project.identity("apply", "--format", "json"), 4);
  expect(codes(changed.stdout)).toEqual(["IDC522"]);

  // Nor with another directory: the identity provider made a group anew.
  await project.writeCatalog(withoutTouch);
  const IdentityStoreId = aws.identityStoreId;
  const GroupId = (await aws.groups()).get("DevOps") ?? "";
  await aws.store.send(new DeleteGroupCommand({ IdentityStoreId, GroupId }));
  await aws.store.send(new CreateGroupCommand({ IdentityStoreId, DisplayName: "DevOps" }));
  const otherGroup = exits(await project.identity("apply", "--format", "json"), 4);
  expect(codes(otherGroup.stdout)).toEqual(["IDC528"]);
  expect([...(await aws.sets()).keys()]).toContain("Touch");

  // Two of three grants are taken away or replaced: that needs a word of its own.
  const deployed = exits(await project.identity("deploy", "--auto-approve", "--allow", "removals"), 0);
  expect(deployed.stdout).toContain("deployed, and planned again: no changes\n");
  expect([...(await aws.sets()).keys()]).not.toContain("Touch");
  const now = await aws.assignments();
  expect(now).toContain(`${dev} Developers Look`);
  expect(now).toContain(`${prod} DevOps Look`);
  expect(now.filter((name) => name.endsWith("Touch"))).toEqual([]);
});

async function renameAccount(statePath: string, id: string, name: string): Promise<void> {
  const world = JSON.parse(await readFile(statePath, "utf8"));
  world.organization.accounts[id].name = name;
  await writeFile(statePath, JSON.stringify(world));
}
