import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Shell } from "../../src/cli/shell.js";
import { catalogText, groups } from "../doubles/catalog.js";
import { fakeTerraform } from "../doubles/fake-terraform.js";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import { catalogPath } from "./example.js";

const catalog = (group: string) =>
  catalogText({ account_assignments: { "plat-dev": groups({ [group]: ["ReadOnlyAccess"] }) } });

/** A project whose verbs reach the embedded sandbox and a Terraform that is a script. */
function workspace(group = "Developers") {
  const folder = project({ [catalogPath]: catalog(group) });
  const env = fakeTerraform(folder);
  return {
    folder,
    run: (args: string, more: Partial<Shell> = {}) =>
      identity(folder, [...args.split(" "), "--sandbox"], { env, ...more }),
    runs: () => readdirSync(join(folder, ".identity/sandbox/runs")),
  };
}
const answer = (text: string) => ({ ask: async () => text });

describe("the verbs that reach AWS", () => {
  it("plan is 2 with changes and says how to apply them; apply is 0; then plan is 0", async () => {
    const { run } = workspace();
    const planned = await run("plan");
    expect(planned.code).toBe(2);
    const command = /Apply exactly this with: identity (apply \S+) --sandbox\n$/.exec(planned.out)?.[1] ?? "";
    const applied = await run(command);
    expect([applied.code, applied.out]).toEqual([0, `run ${command.slice("apply ".length)} is applied\n`]);
    const again = await run("plan");
    expect([again.code, again.out]).toEqual([0, "no changes: AWS has what the catalog says\n"]);
    expect((await run(command)).code).toBe(4);
  });

  it("preflight is 0 when all is well and keeps nothing; 4 when a group is missing", async () => {
    const well = workspace();
    const ready = await well.run("preflight --format json");
    expect([ready.code, JSON.parse(ready.out)]).toEqual([0, { version: 1, diagnostics: [], ignored: [] }]);
    expect(well.runs()).toEqual([]);
    const missing = workspace("developers");
    const refused = await missing.run("plan --format json");
    expect(refused.code).toBe(4);
    expect(JSON.parse(refused.out).diagnostics).toMatchObject([{ code: "IDC401", file: catalogPath }]);
    expect(missing.runs()).toEqual([]);
  });

  it("a Terraform that is not there is 1, with how to get it", async () => {
    const { run } = workspace();
    const { code, out, err } = await run("plan", { env: { PATH: "" } });
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("error IDC511");
    expect(err).toContain("https://developer.hashicorp.com/terraform/install");
  });
});

describe("identity deploy", () => {
  it("applies after yes, plans again, and prints the applied run as JSON on stdout alone", async () => {
    const { run } = workspace();
    const { code, out, err } = await run("deploy --format json", answer(" yes\n"));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      changes: true,
      run: { appliedAt: "2026-11-24T07:00:00.000Z" },
    });
    expect(err).toContain("deployed, and planned again: no changes");
  });

  it.each(["y", ""])("applies nothing after %j: exit code 4", async (text) => {
    const { run } = workspace();
    const { code, err } = await run("deploy", answer(text));
    expect(code).toBe(4);
    expect(err).toContain("error IDC409: declined: nothing was changed");
    expect((await run("plan")).code).toBe(2);
  });

  it("asks nobody without a terminal: exit code 4, and the run can be applied", async () => {
    const { run } = workspace();
    const { code, err } = await run("deploy");
    expect(code).toBe(4);
    const command = /run "identity (apply \S+) --sandbox" after review/.exec(err)?.[1] ?? "";
    expect((await run(command)).code).toBe(0);
  });

  it("asks nothing with --auto-approve, or when there is nothing to do", async () => {
    const { run } = workspace();
    const ask = () => Promise.reject(new Error("asked"));
    expect((await run("deploy --auto-approve", { ask })).code).toBe(0);
    const again = await run("deploy", { ask });
    expect([again.code, again.out]).toEqual([0, "no changes: AWS has what the catalog says\n"]);
  });
});
