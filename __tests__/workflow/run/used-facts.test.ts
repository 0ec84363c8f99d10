import { describe, expect, it } from "vitest";
import type { Directory } from "../../../src/directory/directory.js";
import { modelHash } from "../../../src/workflow/plan.js";
import { catalogOf, groups, users } from "../../doubles/catalog.js";
import { account, directoryOf, managementAccountId } from "../../doubles/directory.js";
import { modelOf } from "../../doubles/facts.js";

const accounts = [account(managementAccountId, "root"), account("100000000002", "dev")];
const directory = directoryOf({ accounts, groups: ["Admins"], users: ["jo"] });
const vars = {
  permission_sets: { Own: { description: "one", managed_policies: ["ReadOnlyAccess"] } },
  account_assignments: { dev: { ...groups({ Admins: ["Own"] }), ...users({ jo: ["Own"] }) } },
};
const hashOf = (more: Readonly<Record<string, unknown>> = {}, seen: Directory = directory) =>
  modelHash(modelOf(catalogOf({ ...vars, ...more }), seen));
const hash = hashOf();

describe("modelHash", () => {
  it("is the same for the same access", () => {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf()).toBe(hash);
  });

  it("does not depend on where in the files it is written", () => {
    const moved = Object.fromEntries(Object.entries(vars).reverse());
    const catalog = catalogOf(moved);
    const places = (c: typeof catalog) => c.assignments.map((a) => a.permissionSet.span.line);
    expect(places(catalog)).not.toEqual(places(catalogOf(vars)));
    expect(modelHash(modelOf(catalog, directory))).toBe(hash);
  });

  it.each([
    [
      "a grant more",
      { account_assignments: { ...vars.account_assignments, root: groups({ Admins: ["Own"] }) } },
    ],
    ["a grant less", { account_assignments: { dev: groups({ Admins: ["Own"] }) } }],
    ["another set", { account_assignments: { dev: groups({ Admins: ["ReadOnlyAccess"] }) } }],
    [
      "a policy more",
      { permission_sets: { Own: { managed_policies: ["ReadOnlyAccess", "PowerUserAccess"] } } },
    ],
    ["another session", { session_duration: "PT2H" }],
    ["another tag", { tags: { Team: "identity" } }],
    ["a group to create", { groups: ["New"] }],
    ["nothing at all", { enabled: false }],
    ["another region", { region: "eu-west-1" }],
  ])("changes with %s", (_what, more) => {
    expect(hashOf(more)).not.toBe(hash);
  });

  const group = (id: string) => ({ ...directory, groups: [{ id, displayName: "Admins", scim: false }] });
  it.each<readonly [string, Directory]>([
    ["a group made anew", group("g-other")],
    ["a group that is missing", { ...directory, groups: [] }],
    [
      "an account that was renamed to another's name",
      directoryOf({ accounts: [account("100000000003", "dev")] }),
    ],
    [
      "another instance",
      { ...directory, instance: { ...directory.instance, arn: "arn:aws:sso:::instance/other" } },
    ],
  ])("changes with %s", (_what, seen) => {
    expect(hashOf({}, seen)).not.toBe(hash);
  });

  it("does not change with what is granted nothing", () => {
    const more = directoryOf({ accounts, groups: ["Admins", "Others"], users: ["jo", "ann"] });
    expect(hashOf({}, more)).toBe(hash);
  });
});
