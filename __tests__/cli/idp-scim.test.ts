import { describe, expect, it } from "vitest";
import type { Shell } from "../../src/cli/shell.js";
import { catalogText } from "../doubles/catalog.js";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import { json, token as secret, serveBut } from "../idp/scim/support.js";
import { type Provisioner, provisioner } from "../sandbox/scim-support.js";
import { catalogPath, invalidCatalog } from "./example.js";

const catalog = catalogText({ idp_groups: ["DevOps", "devs"], required_groups: ["Managers"] });

async function scim(idp: Provisioner, files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const env = { SCIM_TOKEN: idp.token };
  return identity(project(files), ["idp", "scim", "--url", idp.scimUrl, ...args], { env });
}

/** A catalog with the component that says how people sign in. */
function withProvider(scimVars: object, vars: object = {}): string {
  const component = { vars: { provider: "okta", scim: scimVars } };
  return `${catalogText({ ...vars })}    identity-provider: ${JSON.stringify(component)}\n`;
}

describe("identity idp scim", () => {
  it("is a checklist when all is well: exit code 0", async () => {
    const idp = await provisioner();
    const all = { [catalogPath]: catalogText({ idp_groups: ["DevOps", "Managers"] }) };
    const { code, out, err } = await scim(idp, all);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe(`${idp.scimUrl}
✓ endpoint     on this machine
✓ connection   it answers, and takes the token
✓ wrong token  a wrong token is refused (401)
✓ query        a user that does not exist is not found
✓ groups       2 of 2 are there, spelled exactly so
  the token lasts one year from when it was made, and AWS does not say until when: write the day into the
  catalog, as scim.token_expires_on of the component identity-provider, to be told in time
`);
  });

  it("names the groups that are missing, with their lines: exit code 2", async () => {
    const idp = await provisioner();
    const { code, out, err } = await scim(idp, { [catalogPath]: catalog.replace("devs", "devops") });
    expect(code).toBe(2);
    expect(out).toContain('✗ groups       2 of 3 are there, spelled exactly so\n    "devops" is missing');
    expect(out).toContain('; there is "DevOps"\n');
    expect(err).toMatch(
      /^catalog\/aws-sso\.yaml:\d+:\d+: error IDC743: the SCIM endpoint has no group "devops"/,
    );
  });

  it("says the same in JSON, and the diagnostics alone when it failed", async () => {
    const idp = await provisioner();
    const { code, out } = await scim(idp, { [catalogPath]: catalog }, "--format", "json");
    expect([code, JSON.parse(out)]).toEqual([
      2,
      expect.objectContaining({
        version: 1,
        verdict: "findings",
        endpoint: idp.scimUrl,
        groups: [
          { name: "DevOps", status: "found", nearest: null },
          { name: "Managers", status: "found", nearest: null },
          { name: "devs", status: "missing", nearest: null },
        ],
      }),
    ]);
    const failed = await scim({ ...idp, token: "wrong" }, { [catalogPath]: catalog }, "--format", "json");
    const { diagnostics } = JSON.parse(failed.out);
    expect([failed.code, diagnostics[0].code, diagnostics.length]).toEqual([1, "IDC737", 1]);
    expect(failed.err).toContain("error IDC737");
  });

  it("does what it can without a catalog, and says what it did not", async () => {
    const idp = await provisioner();
    const absent = await scim(idp, {});
    expect(absent.code).toBe(0);
    expect(absent.out).toContain("- groups       no catalog says which groups are needed\n");
    expect(absent.err).toContain("info IDC746: no group was looked for: there is no catalog/aws-sso.yaml");
    const invalid = await scim(idp, { [catalogPath]: invalidCatalog });
    expect([invalid.code, invalid.out.includes("✓ query")]).toEqual([2, true]);
    expect(invalid.err).toContain(
      "warning IDC746: no group was looked for: catalog/aws-sso.yaml is not valid",
    );
    const named = await scim(idp, { [catalogPath]: invalidCatalog }, "--catalog", catalogPath);
    expect([named.code, named.out]).toEqual([3, ""]);
    expect(named.err).toContain("error IDC302");
  });

  it("takes the token from the environment alone: exit code 3 without one, and nothing is sent", async () => {
    const idp = await provisioner();
    const run = (args: readonly string[], env: Shell["env"] = {}) =>
      identity(project({}), ["idp", "scim", "--url", idp.scimUrl, ...args], { env });
    const without = await run([]);
    expect([without.code, without.out]).toEqual([3, ""]);
    expect(without.err).toContain("error IDC734: the environment variable SCIM_TOKEN is not set");
    expect(without.err).toContain("`read -rs SCIM_TOKEN && export SCIM_TOKEN`");
    expect((await run(["--token-env", "MINE"], { SCIM_TOKEN: idp.token })).err).toContain(
      "variable MINE is not set",
    );
    expect((await run(["--token-env", "MINE"], { MINE: idp.token })).code).toBe(0);
    const pasted = await run(["--token-env", idp.token]);
    expect([pasted.code, pasted.err.includes(idp.token)]).toEqual([3, false]);
    expect((await run([], { SCIM_TOKEN: `"${idp.token}"` })).err).toContain("error IDC735");
  });

  it("takes the URL from the catalog's component, and knows when the token ends", async () => {
    const day = "2026-12-01";
    const files = {
      [catalogPath]: withProvider({ token_expires_on: day }, { idp_groups: ["DevOps"] }),
    };
    const run = (...args: readonly string[]) =>
      identity(project(files), ["idp", "scim", ...args], { env: { SCIM_TOKEN: "x" } });
    const nowhere = await run();
    expect(nowhere.code).toBe(3);
    expect(nowhere.err).toContain("error IDC748: where the SCIM endpoint is, nothing says");
    const idp = await provisioner();
    const { code, out, err } = await scim(idp, files);
    expect([code, out.includes(`  the token lasts until ${day}\n`)]).toEqual([2, true]);
    expect(err).toContain("warning IDC758: the SCIM token ends on 2026-12-01");
  });

  it("lets no answer write to the terminal, and shows the token nowhere", async () => {
    const url = await serveBut((asked, response) => {
      if (!asked.pathname.startsWith("/Groups")) return false;
      const Resources = [{ id: "1", displayName: "\u001b[2JDevOps" }];
      json(response, asked.searchParams.has("filter") ? { totalResults: 0 } : { Resources });
      return true;
    });
    const files = { [catalogPath]: catalogText({ idp_groups: ["[2JDevOps"] }) };
    for (const format of ["text", "json"]) {
      const args = ["idp", "scim", "--url", url, "--format", format];
      const { code, out, err } = await identity(project(files), args, { env: { SCIM_TOKEN: secret } });
      expect([code, `${out}${err}`.includes("\u001b"), `${out}${err}`.includes(secret)]).toEqual([
        2,
        false,
        false,
      ]);
      expect(`${out}${err}`).toContain("\\u001b[2JDevOps");
    }
  });

  it("ends with 130 when it is interrupted", async () => {
    const url = await serveBut(() => true);
    const abort = new AbortController();
    const env = { SCIM_TOKEN: secret };
    const running = identity(project({}), ["idp", "scim", "--url", url], { env, signal: abort.signal });
    setTimeout(() => abort.abort(new Error("interrupted")), 50);
    expect((await running).code).toBe(130);
  });
});
