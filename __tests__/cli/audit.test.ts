import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CreateAccountAssignmentCommand, CreatePermissionSetCommand } from "@aws-sdk/client-sso-admin";
import { describe, expect, it } from "vitest";
import type { Shell } from "../../src/cli/shell.js";
import { createClients } from "../../src/directory/clients.js";
import { readDirectory } from "../../src/directory/read-directory.js";
import { coloured } from "../../src/report/paint.js";
import { startSandbox } from "../../src/sandbox/server.js";
import { throwAway } from "../directory/stub-aws.js";
import { catalogText } from "../doubles/catalog.js";
import { fakeTerraform } from "../doubles/fake-terraform.js";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import { catalogPath } from "./example.js";

/** What somebody made by hand: nothing, a set that nobody has (an info), or one that a group has (a warning). */
type ByHand = "nothing" | "set" | "grant";

const region = "us-east-1";
const byHandKey = "IDC605/-/-/-/ByHand";
const reports = ["actual.csv", "audit.json", "audit.md", "audit.sarif", "audit.txt", "expected.csv"];
const besideCatalog = "catalog/audit-baseline.yaml";

/** The sandbox's file, made once: stopping a sandbox takes a quarter of a second. */
const worlds = new Map<ByHand, Promise<string>>();

async function makeWorld(byHand: ByHand): Promise<string> {
  const statePath = join(project({}), "aws.json");
  const sandbox = await startSandbox({ statePath, throttle: false, latencyMs: 0 });
  if (byHand !== "nothing") await make(byHand, sandbox.url);
  await sandbox.close();
  return readFileSync(statePath, "utf8");
}

async function make(byHand: ByHand, url: string): Promise<void> {
  const clients = createClients({ region, endpoint: url, credentials: throwAway });
  const { instance, groups, accounts } = await readDirectory(clients, { region, tags: false });
  const on = { InstanceArn: instance.arn };
  const made = await clients.ssoAdmin.send(new CreatePermissionSetCommand({ ...on, Name: "ByHand" }));
  const grant = {
    ...{ ...on, PermissionSetArn: made.PermissionSet?.PermissionSetArn },
    ...({ TargetType: "AWS_ACCOUNT", TargetId: accounts[0]?.id } as const),
    ...({ PrincipalType: "GROUP", PrincipalId: groups[0]?.id } as const),
  };
  if (byHand === "grant") await clients.ssoAdmin.send(new CreateAccountAssignmentCommand(grant));
  clients.close();
}

/** A project with an AWS inside, and a catalog that declares nothing unless it is enabled. */
async function workspace(
  byHand: ByHand,
  { files = {}, enabled = false }: { files?: Readonly<Record<string, string>>; enabled?: boolean } = {},
) {
  const world = worlds.get(byHand) ?? makeWorld(byHand);
  worlds.set(byHand, world);
  const aws = { ".identity/sandbox/aws.json": await world };
  const folder = project({ [catalogPath]: catalogText({ enabled }), ...aws, ...files });
  return {
    folder,
    audit: (args = "", more: Partial<Shell> = {}) =>
      identity(folder, ["audit", "--sandbox", "--no-state", ...args.split(" ").filter(Boolean)], more),
  };
}

function baseline(until: string, ...more: readonly string[]): string {
  const entry = `- { finding: ${byHandKey}, reason: of the vendor, until: ${until} }`;
  return ["version: 1", "accept:", entry, ...more, ""].join("\n");
}

function found(out: string): { readonly keys: readonly string[]; readonly accepted: readonly string[] } {
  const keysOf = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key);
  const { findings, accepted } = JSON.parse(out);
  return { keys: keysOf(findings), accepted: keysOf(accepted) };
}

describe("the exit code of identity audit", () => {
  it.each<readonly [ByHand, string, number]>([
    ["nothing", "--fail-on info", 0],
    ["set", "", 0],
    ["set", "--fail-on info", 2],
    ["grant", "", 2],
    ["grant", "--fail-on error", 0],
  ])("with %s made by hand and %j is %i", async (byHand, args, code) => {
    const { audit } = await workspace(byHand);
    const audited = await audit(`${args} --format json`.trim());
    expect([audited.code, found(audited.out).keys]).toEqual([code, byHand === "nothing" ? [] : [byHandKey]]);
  });

  it("is 2 for an error unless nothing is to fail", async () => {
    const { audit } = await workspace("nothing", { enabled: true });
    const codes = [];
    for (const failOn of ["error", "never"]) codes.push((await audit(`--fail-on ${failOn}`)).code);
    expect(codes).toEqual([2, 0]);
  });

  it("is 3 for a severity that there is not", async () => {
    const { code, err } = await identity(project({}), ["audit", "--fail-on", "fatal"]);
    expect([code, err]).toEqual([3, expect.stringContaining("error, warning, info, never")]);
  });
});

describe("the state", () => {
  it("is read with Terraform; without one, the audit ends and --no-state does not", async () => {
    const { folder, audit } = await workspace("nothing");
    const withState = (env: Shell["env"]) => identity(folder, ["audit", "--sandbox"], { env });
    const missing = await withState({ PATH: "" });
    expect([missing.code, missing.out, missing.err.includes("error IDC511")]).toEqual([1, "", true]);
    const without = await audit("", { env: { PATH: "" } });
    expect([without.code, without.err.includes("Reading the state")]).toEqual([0, false]);
    const read = await withState(fakeTerraform(folder));
    expect([read.code, read.err]).toEqual([0, expect.stringContaining("Reading the state · 0 objects")]);
    expect(readdirSync(join(folder, ".identity/sandbox/runs"))).toEqual([]);
  });
});

describe("the baseline", () => {
  it("is the file beside the catalog, when there is one", async () => {
    const { audit } = await workspace("grant", { files: { [besideCatalog]: baseline("2026-11-24") } });
    const { code, out } = await audit("--format json --fail-on info");
    expect([code, found(out)]).toEqual([0, { keys: [], accepted: [byHandKey] }]);
  });

  it("is beside the catalog that was asked for", async () => {
    const files = {
      "other/sso.yaml": catalogText({ enabled: false }),
      "other/audit-baseline.yaml": baseline("2999-12-31"),
    };
    const { audit } = await workspace("grant", { files });
    expect((await audit()).code).toBe(2);
    expect((await audit("--catalog other/sso.yaml")).code).toBe(0);
  });

  it("is the file of --baseline and no other when that is given", async () => {
    const files = { [besideCatalog]: baseline("2999-12-31"), "none.yaml": "version: 1\naccept: []\n" };
    const { folder, audit } = await workspace("grant", { files });
    expect((await audit()).code).toBe(0);
    expect((await audit("--baseline none.yaml")).code).toBe(2);
    expect((await audit(`--baseline ${join(folder, besideCatalog)}`)).code).toBe(0);
  });

  it("says what is past and what is found no more, with its line; what is past counts again", async () => {
    const gone = `- { finding: IDC602/333333333331/GROUP/Gone/Look, reason: trial, until: 2027-01-01 }`;
    const { audit } = await workspace("grant", { files: { [besideCatalog]: baseline("2026-11-23", gone) } });
    const { code, out, err } = await audit("--format json");
    expect([code, found(out)]).toEqual([2, { keys: [byHandKey], accepted: [] }]);
    const said = [
      { code: "IDC620", severity: "warning", file: besideCatalog, line: 3 },
      { code: "IDC621", severity: "info", file: besideCatalog, line: 4 },
    ];
    expect(JSON.parse(out).diagnostics).toMatchObject(said);
    expect(err).toContain("warning IDC620: accepted until 2026-11-23, and still there");
    expect(err).toContain("info IDC621: nothing is found any more of what is accepted here");
  });

  const mistaken = baseline("2026-02-30").replace("reason", "reson");
  it.each([
    ["has mistakes", "", mistaken, ["IDC201", "IDC202", "IDC206"], 'unknown key "reson"'],
    ["is no YAML", "", "version: 1\naccept: [", ["IDC101"], besideCatalog],
    ["is not there", "--baseline gone.yaml", null, ["IDC102"], "check the path after --baseline"],
  ])("that %s is exit code 3, all at once, before AWS is asked", async (_what, args, text, codes, said) => {
    const { audit } = await workspace("grant", { files: text === null ? {} : { [besideCatalog]: text } });
    const { code, out, err } = await audit(`${args} --format json`.trim());
    const listed: readonly { readonly code: string }[] = JSON.parse(out).diagnostics;
    expect([code, listed.map((d) => d.code).sort()]).toEqual([3, codes]);
    expect(err).toContain(said);
    expect(err).not.toContain("Reading AWS");
  });

  it("that could not be read is never taken for none", async () => {
    const { audit } = await workspace("nothing", { files: { [`${besideCatalog}/file`]: "" } });
    const { code, err } = await audit();
    expect([code, err]).toEqual([3, expect.stringContaining(`cannot read "${besideCatalog}"`)]);
  });
});

describe("the formats", () => {
  it.each([
    ["text", "audit.txt", /warning +IDC605/],
    ["json", "audit.json", /^\{\n {2}"version": 1,/],
    ["sarif", "audit.sarif", /"version": "2\.1\.0"/],
    ["markdown", "audit.md", /^#/],
    ["csv", "actual.csv", /^instance.*\r?\n.*ByHand/],
  ])("%s is on stdout, and in %s with --out beside all others", async (format, file, form) => {
    const { folder, audit } = await workspace("grant");
    const { code, out, err } = await audit(`--format ${format} --out some/reports`);
    expect([code, out]).toEqual([2, expect.stringMatching(form)]);
    const written = join(folder, "some/reports");
    expect(readdirSync(written).sort()).toEqual(reports);
    expect(readFileSync(join(written, file), "utf8")).toBe(out);
    expect(err).toContain("some/reports: audit.txt, audit.json, audit.sarif, audit.md,");
    expect(readFileSync(join(written, "expected.csv"), "utf8")).not.toContain("ByHand");
  });

  it("writes no colours into a file, and replaces what an earlier audit wrote", async () => {
    const { folder, audit } = await workspace("grant", { files: { "reports/audit.txt": "earlier" } });
    const { out } = await audit("--out reports", { paintOut: coloured });
    const text = readFileSync(join(folder, "reports/audit.txt"), "utf8");
    expect([out.includes("\u001b["), text.includes("\u001b[")]).toEqual([true, false]);
    expect(text).not.toContain("earlier");
    expect(text).toContain("ByHand");
  });

  it("adds the Markdown to the page of a job of GitHub Actions, whatever the format is, and writes no other file without --out", async () => {
    const { folder, audit } = await workspace("grant", { files: { "page.md": "before\n" } });
    const page = join(folder, "page.md");
    const env = { GITHUB_STEP_SUMMARY: page };
    const before = readdirSync(folder);
    const { out } = await audit("--format markdown", { env });
    expect(readdirSync(folder)).toEqual(before);
    expect(readFileSync(page, "utf8")).toBe(`before\n${out}`);
    await audit("--format csv", { env });
    expect(readFileSync(page, "utf8").split("ByHand").length).toBeGreaterThan(out.split("ByHand").length);
  });
});
