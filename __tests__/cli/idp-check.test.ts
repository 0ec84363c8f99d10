import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { coloured } from "../../src/report/paint.js";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";

const fixtures = join(import.meta.dirname, "../fixtures/metadata");
const textOf = (name: string) => readFileSync(join(fixtures, name), "utf8");
const okta = textOf("good/okta/metadata.xml");
const check = (files: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  identity(project(files), ["idp", "check", ...args]);

describe("identity idp check", () => {
  it("says what a file is, and what to do with it: exit code 0", async () => {
    const { code, out, err } = await check({ "okta.xml": okta }, "okta.xml", "--provider", "okta");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^okta\.xml: Okta\n {2}entity ID {5}http:\/\/www\.okta\.com\/exkfixture000000001\n/);
    expect(out).toContain("(3324 days left)");
    expect(out).toContain("upload okta.xml as the IdP SAML metadata\n");
  });

  it("findings are exit code 2 and on stdout, with their lines; an info is none", async () => {
    const bad = okta.replace("https://example.okta.com", "http://example.okta.com");
    const { code, out, err } = await check({ "okta.xml": bad }, "okta.xml");
    expect([code, err]).toEqual([2, ""]);
    expect(out).toContain("okta.xml:15:");
    expect(out).toContain('error IDC709: the sign-in URL "http://example.okta.com/app/');
    expect(out).toContain("do not upload this file");
    const info = await identity(join(fixtures, "good/jumpcloud"), ["idp", "check", "metadata.xml"]);
    expect([info.code, info.out.includes("1 info\n")]).toEqual([0, true]);
  });

  it("what is no XML is a finding, also as JSON", async () => {
    const { code, out, err } = await check({ "m.xml": okta.slice(0, 300) }, "m.xml", "--format", "json");
    expect([code, err]).toEqual([2, ""]);
    expect(JSON.parse(out)).toMatchObject({
      kind: null,
      entityId: null,
      diagnostics: [{ code: "IDC704", line: 1 }],
    });
  });

  it("the component that it prints is one that the catalog takes", async () => {
    const { out } = await check({ "sp.xml": textOf("good/service-provider/metadata.xml") }, "sp.xml");
    const component = out.slice(out.indexOf("components:"), out.indexOf("\nnext"));
    const catalog = component.replace(
      "  terraform:\n",
      '  terraform:\n    aws-sso: { vars: { region: eu-west-1, account_map: { full_account_map: { a: "100000000001" } } } }\n',
    );
    const validated = await identity(project({ "catalog/aws-sso.yaml": catalog }), [
      "validate",
      "--format",
      "json",
    ]);
    expect([validated.code, JSON.parse(validated.out).diagnostics]).toEqual([0, []]);
  });

  it("what a service provider's file says does not become keys of a catalog, or move a cursor", async () => {
    const sp = textOf("good/service-provider/metadata.xml").replace(
      /https:\/\/eu-west-1\.sso[^"]*/,
      "x&#10;        provider: evil\u009b2J\u202e",
    );
    const { out } = await check({ "sp.xml": sp }, "sp.xml");
    expect(out).toContain('            - "x\\n        provider: evil\\u009b2J\\u202e"\n');
    expect(out).not.toMatch(/\u009b|\u202e|^ +provider: evil/m);
  });

  it("a certificate's name cannot move a cursor", async () => {
    const evil = okta.replace("exkfixture000000001", "exk&#x9b;2J\u202e");
    const { out } = await check({ "m.xml": evil }, "m.xml");
    expect(out).toContain("http://www.okta.com/exk\\u009b2J\\u202e");
    expect(out).not.toMatch(/\u009b|\u202e/);
  });

  it("100 MB are not read: a finding", async () => {
    const folder = project({});
    const handle = openSync(join(folder, "big.xml"), "w");
    ftruncateSync(handle, 100_000_000);
    closeSync(handle);
    const { code, out } = await identity(folder, ["idp", "check", "big.xml"]);
    expect(code).toBe(2);
    expect(out).toContain("error IDC701: big.xml has more than 1 MB, so it is no metadata\n");
  });

  it.each([
    ["that is not there", ["gone.xml"], 'cannot read "gone.xml"'],
    ["that is a folder", ["folder"], 'cannot read "folder": it is a folder'],
    ["of --previous that is not there", ["okta.xml", "--previous", "gone.xml"], 'cannot read "gone.xml"'],
  ])("a file %s: exit code 3, and the diagnostics as JSON", async (_what, args, message) => {
    const folder = project({ "okta.xml": okta });
    mkdirSync(join(folder, "folder"));
    const { code, out, err } = await identity(folder, ["idp", "check", ...args, "--format", "json"]);
    expect(code).toBe(3);
    expect(err).toContain(message);
    expect(JSON.parse(out).diagnostics).toMatchObject([{ code: "IDC102" }]);
  });

  it("colours are those of stdout", async () => {
    const folder = project({ "m.xml": okta.slice(0, 300) });
    const { out } = await identity(folder, ["idp", "check", "m.xml"], { paintOut: coloured });
    expect(out).toContain("\u001b[31merror");
  });
});
