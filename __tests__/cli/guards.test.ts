import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogText, groups } from "../doubles/catalog.js";
import { fakeTerraform } from "../doubles/fake-terraform.js";
import { change } from "../doubles/plan-json.js";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import { catalogPath } from "./example.js";

/** A project whose plan replaces a permission set. */
function workspace(env: Readonly<Record<string, string>> = {}) {
  const assignments = { "plat-dev": groups({ Developers: ["ReadOnlyAccess"] }) };
  const folder = project({ [catalogPath]: catalogText({ account_assignments: assignments }) });
  const set = { name: "A", arn: "arn:aws:sso:::permissionSet/ssoins-1/ps-1" };
  const path = fakeTerraform(folder, [change("replace", "aws_ssoadmin_permission_set.A", set)]);
  return {
    folder,
    applied: () => existsSync(join(folder, "bin/applied")),
    run: (...args: readonly string[]) =>
      identity(folder, [...args, "--sandbox"], { env: { ...path, ...env } }),
  };
}

describe("a plan that hits a guard", () => {
  it("is shown, saved and refused, also by apply, until the guard is lifted there", async () => {
    const { run, applied } = workspace();
    const planned = await run("plan");
    expect(planned.code).toBe(4);
    expect(planned.out).toContain("1 permission set replaced\n");
    const id = /Run (\S+) is saved\. It is applied only with the flags/.exec(planned.out)?.[1] ?? "";
    expect(planned.err).toContain("error IDC421");
    expect(planned.err).toContain("; to do it all the same, pass --allow set-replacement\n");

    const refused = await run("apply", id, "--allow", "removals");
    expect([refused.code, refused.err.includes("error IDC421"), applied()]).toEqual([4, true, false]);
    const allowed = await run("apply", id, "--allow", "removals", "--allow", "set-replacement");
    expect([allowed.code, applied()]).toEqual([0, true]);
  });

  it("is exit code 2 when the guard is lifted, with the apply that lifts it too", async () => {
    const { code, out, err } = await workspace().run("plan", "--allow", "set-replacement");
    expect(code).toBe(2);
    expect(out).toMatch(/ with: identity apply \S+ --sandbox --allow set-replacement\n$/);
    expect(err).toContain("warning IDC421");
    expect(err).toContain("allowed by --allow set-replacement\n");
  });

  it("is not deployed by --auto-approve alone", async () => {
    const { run, applied } = workspace();
    const held = await run("deploy", "--auto-approve");
    expect([held.code, applied()]).toEqual([4, false]);
    expect(held.err).toContain("error IDC421");
    const deployed = await run("deploy", "--auto-approve", "--allow", "set-replacement");
    expect([deployed.code, applied()]).toEqual([0, true]);
  });

  it("has its hits in the JSON on stdout", async () => {
    const { code, out } = await workspace().run("plan", "--format", "json");
    expect([code, JSON.parse(out).guards]).toEqual([
      4,
      [expect.objectContaining({ guard: "set-replacement", code: "IDC421" })],
    ]);
  });
});

it("a guard that does not exist is a mistake of the command line", async () => {
  const { code, err } = await workspace().run("plan", "--allow", "everything");
  expect(code).toBe(3);
  expect(err).toContain("guards are removals, set-replacement,");
});

describe("the summary for a pull request", () => {
  it("is in the run's folder, on stdout as Markdown, and on the page of a job of GitHub Actions", async () => {
    const page = join(project({ "page.md": "before\n" }), "page.md");
    const { run, folder } = workspace({ GITHUB_STEP_SUMMARY: page });
    const { code, out } = await run("plan", "--format", "markdown");
    expect(code).toBe(4);
    expect(out).toMatch(/^### aws-sso: 1 permission set replaced/);
    const id = /Run `(\S+)`/.exec(out)?.[1] ?? "";
    expect(readFileSync(join(folder, ".identity/sandbox/runs", id, "summary.md"), "utf8")).toBe(out);
    expect(readFileSync(page, "utf8")).toBe(`before\n${out}`);
  });
});
