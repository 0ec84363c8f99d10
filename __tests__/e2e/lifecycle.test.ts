import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CreateGroupCommand, DeleteGroupCommand } from "@aws-sdk/client-identitystore";
import { expect, it, onTestFinished } from "vitest";
import { startAws } from "./aws.js";
import { temporaryFolder } from "./identity.js";
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

it("plan, apply, plan: from a catalog to access, through every change of it", async () => {
  const world = await temporaryFolder();
  onTestFinished(world.remove);
  const statePath = join(world.path, "aws.json");
  const first = await startAws({ statePath });
  const project = await createProject(first.url, everything);
  const codes = (stdout: string): string[] =>
    JSON.parse(stdout).diagnostics.map((d: { code: string }) => d.code);

  const planned = await project.identity("plan", "--format", "json");
  expect(planned.code).toBe(2);
  const { run, changes, summary } = JSON.parse(planned.stdout);
  expect([changes, summary.grants.length]).toEqual([true, 3]);
  expect(await first.assignments()).toEqual([]);

  expect(await project.identity("apply", run.id)).toMatchObject({
    code: 0,
    stdout: `run ${run.id} is applied\n`,
  });
  expect(await first.assignments()).toEqual([
    `${dev} Developers Look`,
    `${dev} Developers Touch`,
    `${prod} DevOps Look`,
  ]);

  const again = await project.identity("apply", run.id, "--format", "json");
  expect([again.code, codes(again.stdout)]).toEqual([4, ["IDC524"]]);

  // An account gets another name: nothing changes.
  await first.close();
  await renameAccount(statePath, dev, "plat-playground");
  const aws = await startAws({ statePath, port: Number(new URL(first.url).port) });
  await project.writeCatalog(renamed);
  const unchanged = await project.identity("plan", "--format", "json");
  expect([unchanged.code, JSON.parse(unchanged.stdout)]).toMatchObject([
    0,
    { changes: false, summary: { grants: [], objects: [] } },
  ]);

  // A permission set goes together with its assignment, and only with the catalog that was planned.
  await project.writeCatalog(withoutTouch);
  const removal = await project.identity("plan");
  expect(removal.code).toBe(2);
  expect(removal.stdout).toContain("1 grant taken away\n  - Developers  -> plat-playground  Touch\n");
  await project.writeCatalog(renamed);
  const changed = await project.identity("apply", "--format", "json");
  expect([changed.code, codes(changed.stdout)]).toEqual([4, ["IDC522"]]);

  // Nor with another directory: the identity provider made a group anew.
  await project.writeCatalog(withoutTouch);
  const IdentityStoreId = aws.identityStoreId;
  const GroupId = (await aws.groups()).get("DevOps") ?? "";
  await aws.store.send(new DeleteGroupCommand({ IdentityStoreId, GroupId }));
  await aws.store.send(new CreateGroupCommand({ IdentityStoreId, DisplayName: "DevOps" }));
  const otherGroup = await project.identity("apply", "--format", "json");
  expect([otherGroup.code, codes(otherGroup.stdout)]).toEqual([4, ["IDC528"]]);
  expect([...(await aws.sets()).keys()]).toContain("Touch");

  const both = await project.identity("plan");
  expect(both.code).toBe(2);
  expect(both.stdout).toContain("Touch");
  expect(await project.identity("apply")).toMatchObject({ code: 0 });
  expect([...(await aws.sets()).keys()]).not.toContain("Touch");
  const names = await aws.assignments();
  expect(names).toContain(`${dev} Developers Look`);
  expect(names).toContain(`${prod} DevOps Look`);
  expect(names.filter((name) => name.includes("Touch"))).toEqual([]);

  const last = await project.identity("plan");
  expect(last).toMatchObject({ code: 0, stdout: "no changes: AWS has what the catalog says\n" });
});

async function renameAccount(statePath: string, id: string, name: string): Promise<void> {
  const world = JSON.parse(await readFile(statePath, "utf8"));
  world.organization.accounts[id].name = name;
  await writeFile(statePath, JSON.stringify(world));
}
