import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { startAws } from "./aws.js";
import { exits, temporaryFolder } from "./identity.js";
import { until } from "./processes.js";
import { catalogText, createProject, groups } from "./project.js";

const dev = "333333333331";
const prod = "333333333334";
const look = groups({ Developers: ["Look"] });
const catalog = catalogText({
  accounts: { "plat-dev": dev, "plat-prod": prod },
  sets: { Look: { description: "Look at things" } },
  assignments: { "plat-dev": look, "plat-prod": look },
});

it("finishes the work of an apply of which AWS refused a part, and then went away", async () => {
  const world = await temporaryFolder();
  onTestFinished(world.remove);
  const statePath = join(world.path, "aws.json");
  const first = await startAws({ statePath });
  const project = await createProject(first.url, catalog);
  exits(await project.identity("plan"), 2);

  // One of the two grants meets a quota, and the other is made before the provider has heard of it.
  await first.fail("CreateAccountAssignment", "ServiceQuotaExceededException", 1);
  const applying = project.start("apply");
  await until(async () => (await first.requests("sso-admin.CreateAccountAssignment")) === 2);
  await first.close();
  const cut = exits(await applying.ended, 1);
  expect(cut.stderr).toMatch(/error IDC510: AWS cannot be reached: .*connection refused/);
  expect(cut.stderr).toContain("then plan again: it shows what is left to do");
  expect(cut.stderr).not.toMatch(/^\s+at /m);

  const aws = await startAws({ statePath, port: Number(new URL(first.url).port) });
  expect(await aws.assignments()).toHaveLength(1);
  const done = exits(await project.identity("deploy", "--auto-approve"), 0);
  expect(done.stdout).toMatch(/^1 grant added$/m);
  expect(done.stdout).toMatch(/^1 grant adopted$/m);
  expect(done.stdout).toContain("deployed, and planned again: no changes\n");
  expect(await aws.assignments()).toEqual([`${dev} Developers Look`, `${prod} Developers Look`]);
  expect(await aws.requests("sso-admin.CreateAccountAssignment")).toBe(1);
});
