import { hostname } from "node:os";
import { expect, it } from "vitest";
import { startAws } from "./aws.js";
import { exits } from "./identity.js";
import { until } from "./processes.js";
import { createProject, lookIn, type Project } from "./project.js";

const [dev, staging, prod] = ["333333333331", "333333333333", "333333333334"] as const;

const stale =
  "error IDC515: the saved plan is stale: the state has changed since it was made\n  → plan again";

it("of two applies at once one waits for the other, or says who it is, and then refuses the stale plan", async () => {
  const aws = await startAws();
  const project = await createProject(aws.url, lookIn({ "plat-dev": dev, "plat-staging": staging }));

  // One run twice and another beside it: they wait, unless the machine is so slow that half a minute is not enough.
  const [one, two] = [await planned(project), await planned(project)];
  const runs = [one, one, two].map((run) => project.start("apply", run));
  const ended = await Promise.all(runs.map((run) => run.ended));
  const losers = ended.filter(({ code }) => code !== 0);
  expect(losers).toHaveLength(2);
  for (const loser of losers) {
    const isLocked = loser.stderr.includes("error IDC514: the state is locked by ");
    const { stderr } = exits(loser, isLocked ? 1 : 4);
    if (!isLocked) expect(stderr).toContain(stale);
  }
  expect(await aws.assignments()).toEqual([dev, staging].map((id) => `${id} Developers Look`));
  expect(await aws.requests("sso-admin.CreateAccountAssignment")).toBe(2);

  // One that takes longer than the other waits.
  await project.writeCatalog(lookIn({ "plat-dev": dev, "plat-staging": staging, "plat-prod": prod }));
  const [long, other] = [await planned(project), await planned(project)];
  await aws.delay("CreateAccountAssignment", 60_000);
  const holding = project.start("apply", long);
  await until(async () => (await aws.faults()).length === 0);
  const locked = exits(await project.identity("apply", other), 1);
  const owner = `error IDC514: the state is locked by [^\\s@]+@${hostname()} since [-0-9]+ [:0-9]+ UTC \\(apply\\), lock id `;
  expect(locked.stderr).toMatch(new RegExp(owner));
  expect(locked.stderr).toContain("wait for that run to end");
  exits(await holding.ended, 0);
  expect(exits(await project.identity("apply", other), 4).stderr).toContain(stale);
  expect(await aws.assignments()).toEqual([dev, staging, prod].map((id) => `${id} Developers Look`));
  expect(await aws.requests("sso-admin.CreateAccountAssignment")).toBe(3);
});

/** Plans, and gives the id of the run. */
async function planned(project: Project): Promise<string> {
  return JSON.parse(exits(await project.identity("plan", "--format", "json"), 2).stdout).run.id;
}
