import { appendFile, cp, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CreateUserCommand } from "@aws-sdk/client-identitystore";
import { ListParentsCommand, MoveAccountCommand, OrganizationsClient } from "@aws-sdk/client-organizations";
import { expect, it } from "vitest";
import { type Aws, startAws } from "./aws.js";
import { exits, type Result } from "./identity.js";
import { createProject, lookIn, type Project } from "./project.js";

const dev = "333333333331";
const prod = "333333333334";
const core = "222222222222";

it("refuses a run that is not what was reviewed any more, and applies one that is, anywhere", async () => {
  const aws = await startAws();
  const small = lookIn({ "plat-dev": dev });
  const project = await createProject(aws.url, small);
  const [run, other] = [await planned(project), await planned(project)];
  const folder = join(project.folder, ".identity/runs", run);
  const refused = async (code: string): Promise<string> => {
    const result = exits(await project.identity("apply", run, "--format", "json"), 4);
    const { diagnostics } = JSON.parse(result.stdout);
    expect(diagnostics.map((d: { readonly code: string }) => d.code)).toEqual([code]);
    expect(diagnostics[0].hint).toContain("`identity plan`");
    return diagnostics[0].message;
  };

  await project.writeCatalog(small.replace("Look at things", "Look at it"));
  expect(await refused("IDC522")).toBe(`the catalog was changed since run ${run} was planned`);
  await project.writeCatalog(small);

  const plan = join(folder, "plan.tfplan");
  const { length } = await readFile(plan);
  await appendFile(plan, "x");
  expect(await refused("IDC521")).toBe(`plan.tfplan of run ${run} was changed since it was planned`);
  await truncate(plan, length);

  const file = join(folder, "run.json");
  const text = await readFile(file, "utf8");
  const expiresAt = "2026-01-02T03:04:05.000Z";
  await writeFile(file, JSON.stringify({ ...JSON.parse(text), expiresAt }));
  expect(await refused("IDC532")).toBe(`run ${run} expired at ${expiresAt}`);
  await writeFile(file, text);

  const back = await moveBeside(aws, dev, core);
  expect(await refused("IDC528")).toContain("plat-dev");
  await back();
  expect(await aws.requests("sso-admin.CreatePermissionSet")).toBe(0);

  // Somebody the catalog does not know of is no reason.
  const IdentityStoreId = aws.identityStoreId;
  const name = { UserName: "new@example.com", DisplayName: "New", Name: { GivenName: "N", FamilyName: "W" } };
  await aws.store.send(new CreateUserCommand({ IdentityStoreId, ...name }));
  const applied = exits(await project.identity("apply", run), 0);
  expect(applied.stdout).toContain(`run ${run} is applied\n`);
  expect(await refused("IDC524")).toContain(`run ${run} was already applied at `);
  const stale = exits(await project.identity("apply", other), 4);
  expect(stale.stderr).toContain("error IDC515: the saved plan is stale");
  expect(await aws.assignments()).toEqual([`${dev} Developers Look`]);

  // Another job has the catalog, the run and the state, and nothing of Terraform's own data.
  const large = lookIn({ "plat-dev": dev, "plat-prod": prod });
  await project.writeCatalog(large);
  const next = await planned(project);
  const elsewhere = await createProject(aws.url, large);
  for (const part of ["state", join("runs", next)]) {
    const [from, to] = [project, elsewhere].map((p) => join(p.folder, ".identity", part)) as [string, string];
    await cp(from, to, { recursive: true });
  }
  const there: Result = exits(await elsewhere.identity("apply", next), 0);
  expect(there.stdout).toContain(`run ${next} is applied\n`);
  expect(await aws.assignments()).toEqual([`${dev} Developers Look`, `${prod} Developers Look`]);
  expect(await aws.requests("sso-admin.CreateAccountAssignment")).toBe(2);
});

/** Moves an account into the unit of another one; gives the way back. */
async function moveBeside(aws: Aws, account: string, other: string): Promise<() => Promise<void>> {
  const client = new OrganizationsClient({
    endpoint: aws.url,
    region: "us-east-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  const parentOf = async (id: string): Promise<string> => {
    const { Parents = [] } = await client.send(new ListParentsCommand({ ChildId: id }));
    return Parents[0]?.Id ?? "";
  };
  const [from, to] = [await parentOf(account), await parentOf(other)];
  const move = (SourceParentId: string, DestinationParentId: string) =>
    client.send(new MoveAccountCommand({ AccountId: account, SourceParentId, DestinationParentId }));
  await move(from, to);
  return async () => {
    await move(to, from);
    client.destroy();
  };
}

/** Plans, and gives the id of the run. */
async function planned(project: Project): Promise<string> {
  return JSON.parse(exits(await project.identity("plan", "--format", "json"), 2).stdout).run.id;
}
