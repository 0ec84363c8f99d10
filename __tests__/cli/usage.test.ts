import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { coloured } from "../../src/report/paint.js";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";

const verbs = [
  [
    "validate",
    "access",
    "explain",
    "report",
    "fmt",
    "synth",
    "preflight",
    "resolve",
    "plan",
    "apply",
    "deploy",
    "unlock",
    "audit",
    "quotas",
    "setup",
    "idp",
    "sandbox",
    "workflow",
  ],
].flat();

describe("usage", () => {
  it("lists every verb, and nothing that does not work, with exit code 0", async () => {
    const { code, out, err } = await identity("/", ["--help"]);
    expect([code, err]).toEqual([0, ""]);
    const commands = out.slice(out.indexOf("Commands:"));
    const listed = [...commands.matchAll(/^ {2}([a-z]+) /gm)].map((m) => m[1]);
    expect(listed).toEqual([...verbs, "help"]);
  });

  it.each(verbs)("%s --help: exit code 0, on stdout", async (verb) => {
    const { code, out, err } = await identity("/", [verb, "--help"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(`Usage: identity ${verb}`);
  });

  it.each<readonly [string, readonly string[], string]>([
    ["no verb", [], "Usage: identity"],
    ["an unknown verb", ["vlidate"], "Did you mean validate?"],
    ["an unknown option", ["validate", "--fromat", "json"], "Did you mean --format?"],
    ["an option of another verb", ["access", "--sandbox"], "unknown option '--sandbox'"],
    ["a wrong choice", ["access", "--format", "xml"], "Allowed choices are text, json, csv, markdown."],
    ["a missing value", ["synth", "--out"], "argument missing"],
    ["too many words", ["validate", "x"], "too many arguments"],
    ["an unknown verb of idp", ["idp", "chek"], "Did you mean check?"],
    ["no verb of idp", ["idp"], "Usage: identity idp"],
    ["an unknown provider", ["idp", "guide", "oktaa"], "Allowed choices are okta, jumpcloud, entra"],
    ["a missing name", ["workflow"], "missing required argument 'name'"],
    ["a stack that leaves the folder", ["plan", "--stack", "../x"], "write 1 to 64 letters"],
    ["a port that is none", ["sandbox", "--port", "65536"], "write a whole number from 0 to 65535"],
  ])("%s: exit code 3, on stderr, with help", async (_what, args, message) => {
    const { code, out, err } = await identity("/", args);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain(message);
    expect(err).toContain("--help");
  });

  it("points at the help of the verb whose option is wrong", async () => {
    const { err } = await identity("/", ["synth", "--stak", "x"]);
    expect(err).toContain('(run "identity synth --help" for its options)');
  });
});

describe("an unexpected error", () => {
  it("is exit code 1, says whose fault it is, and keeps its trace for --verbose", async () => {
    const env = new Proxy(
      {},
      {
        get() {
          throw new Error("the clock stopped");
        },
      },
    );
    const quiet = await identity("/", ["validate"], { env });
    expect(quiet.code).toBe(1);
    expect(quiet.err).toContain("error IDC901: unexpected: the clock stopped\n");
    expect(quiet.err).toContain("--verbose");
    expect(quiet.err).not.toContain("    at ");
    const verbose = await identity("/", ["validate", "--verbose"], { env });
    expect(verbose.code).toBe(1);
    expect(verbose.err).toContain("    at ");
  });
});

describe("colours", () => {
  const invalid = { "catalog/aws-sso.yaml": "components: {" };

  it("are on stderr when it has them", async () => {
    const { err } = await identity(project(invalid), ["validate"], { paint: coloured });
    expect(err).toContain("\u001b[31merror");
  });

  it.each([[["--no-color", "validate"]], [["validate", "--no-color"]]])("are gone with %j", async (args) => {
    const { err } = await identity(project(invalid), args, { paint: coloured });
    expect(err).toContain("error IDC101");
    expect(err).not.toContain("\u001b");
  });
});

describe("a file system that refuses", () => {
  it("is exit code 1, and not called a mistake of the program", async () => {
    const folder = project({});
    mkdirSync(join(folder, "catalog"));
    writeFileSync(
      join(folder, "catalog/aws-sso.yaml"),
      'components: {terraform: {aws-sso: {vars: {region: us-east-1, account_map: {full_account_map: {a: "100000000001"}}}}}}',
    );
    writeFileSync(join(folder, "out"), "");
    const { code, out, err } = await identity(folder, ["synth", "--out", "out/below"]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/ENOTDIR|EEXIST/);
    expect(err).toContain("look at the permissions");
  });
});
