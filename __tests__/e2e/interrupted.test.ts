import { expect, it } from "vitest";
import { type Aws, startAws } from "./aws.js";
import { exits, type Running } from "./identity.js";
import { childrenOf, groupRuns, until } from "./processes.js";
import { createProject, lookIn, type Project } from "./project.js";

const dev = "333333333331";
const staging = "333333333333";
const prod = "333333333334";
const audit = "222222222222";
const accounts = [
  ["plat-dev", dev],
  ["plat-staging", staging],
  ["plat-prod", prod],
  ["core-audit", audit],
] as const;

/** One more grant each time, so that each apply has something to be stopped at. */
function catalog(...accounts: readonly (readonly [string, string])[]): string {
  return lookIn(Object.fromEntries(accounts));
}

it.skipIf(process.platform === "win32")(
  "finishes the work of an apply that was killed or asked to stop, and loses and repeats nothing",
  async () => {
    const aws = await startAws();
    const project = await createProject(aws.url, catalog(["plat-dev", dev]));

    exits(await project.identity("plan"), 2);
    const killed = await applyUntilAssigning(project, aws);
    process.kill(-terraformOf(killed), "SIGKILL");
    const { stderr } = exits(await killed.ended, 1);
    expect(stderr).toContain("error IDC510: terraform apply was killed by SIGKILL\n");
    expect(await aws.assignments()).toEqual([`${dev} Developers Look`]);

    await project.writeCatalog(catalog(["plat-dev", dev], ["plat-staging", staging]));
    const adopting = exits(await project.identity("plan", "--format", "json"), 2);
    expect(changesOf(adopting.stdout)).toEqual([
      { change: "adopt", accountName: "plat-dev" },
      { change: "add", accountName: "plat-staging" },
    ]);
    const orphaning = await applyUntilAssigning(project, aws);
    const terraform = terraformOf(orphaning);
    orphaning.child.kill("SIGKILL");
    expect(exits(await orphaning.ended, null).signal).toBe("SIGKILL");
    await until(() => !groupRuns(terraform));

    // Each plan has what the one before left, and one grant more.
    await project.writeCatalog(catalog(["plat-dev", dev], ["plat-staging", staging], ["plat-prod", prod]));
    exits(await project.identity("plan"), 2);
    const interrupted = await applyUntilAssigning(project, aws);
    interrupted.child.kill("SIGINT");
    const stopped = exits(await interrupted.ended, 130);
    expect(stopped.stdout).toBe("");
    expect(stopped.stderr).toContain("error IDC518: terraform apply was interrupted\n");

    await project.writeCatalog(catalog(...accounts));
    const left = exits(await project.identity("plan", "--format", "json"), 2);
    expect(changesOf(left.stdout)).toEqual([
      { change: "add", accountName: "core-audit" },
      { change: "adopt", accountName: "plat-prod" },
    ]);
    expect(await aws.requests("sso-admin.CreateAccountAssignment")).toBe(3);
    // Terraform tries again for more than ten minutes when AWS throttles every call.
    await aws.fail("CreateAccountAssignment", "ThrottlingException", 1000);
    const terminated = await applyUntilAssigning(project, aws);
    terminated.child.kill("SIGTERM");
    const ended = exits(await terminated.ended, 130);
    expect(ended.stderr).toContain("error IDC518: terraform apply was interrupted\n");
    await aws.stopFailing();

    const done = exits(await project.identity("deploy", "--auto-approve"), 0);
    expect(done.stdout).toContain("1 grant added\n  + Developers  -> core-audit  Look\n");
    expect(done.stdout).toContain("deployed, and planned again: no changes\n");
    expect(await aws.assignments()).toEqual([audit, dev, staging, prod].map((id) => `${id} Developers Look`));
  },
);

/** Starts the newest run and waits until AWS has been told to assign something. */
async function applyUntilAssigning(project: Project, aws: Aws): Promise<Running> {
  const before = await aws.requests("sso-admin.CreateAccountAssignment");
  const running = project.start("apply");
  await until(async () => (await aws.requests("sso-admin.CreateAccountAssignment")) > before);
  return running;
}

function terraformOf({ child }: Running): number {
  const [terraform] = childrenOf(child.pid ?? 0);
  if (terraform === undefined) throw new Error("terraform does not run");
  return terraform;
}

function changesOf(stdout: string): readonly object[] {
  const { grants } = JSON.parse(stdout).summary as {
    readonly grants: readonly { readonly change: string; readonly accountName: string }[];
  };
  return grants.map(({ change, accountName }) => ({ change, accountName }));
}
