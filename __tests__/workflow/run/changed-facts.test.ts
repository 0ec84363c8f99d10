import { describe, expect, it } from "vitest";
import type { Account, Directory } from "../../../src/directory/directory.js";
import { changedFacts } from "../../../src/workflow/run/changed-facts.js";
import { usedFacts } from "../../../src/workflow/run/used-facts.js";
import { catalogOf, groups, users } from "../../doubles/catalog.js";
import { account, directoryOf, managementAccountId } from "../../doubles/directory.js";
import { modelOf } from "../../doubles/facts.js";

const catalog = catalogOf({
  account_types: {
    dev: { organizational_units: ["/Dev"] },
    named: { accounts: ["fixed"] },
  },
  account_type_assignments: {
    dev: groups({ Admins: ["ReadOnlyAccess", "PowerUserAccess"] }),
    named: { ...groups({ DevOps: ["ReadOnlyAccess"] }), ...users({ jo: ["ReadOnlyAccess"] }) },
  },
});
const fixed = account("100000000002", "fixed", { ou: "/Platform/Dev" });
const devs = ["100000000003", "100000000004"].map((id) => account(id, `dev-${id.at(-1)}`, { ou: "/Dev" }));
const other = account("100000000005", "other", { ou: "/Other" });
const seen = (accounts: readonly Account[] = [fixed, ...devs, other]): Directory =>
  directoryOf({
    accounts: [account(managementAccountId, "root"), ...accounts],
    groups: ["Admins", "DevOps"],
    users: ["jo"],
  });
const factsOf = (directory: Directory) => usedFacts(modelOf(catalog, directory), directory);
const changed = (now: Directory, before: Directory = seen()) =>
  changedFacts(factsOf(before), factsOf(now), now);
const withGroup = (displayName: string, id: string): Directory => ({
  ...seen(),
  groups: seen().groups.map((g) => (g.displayName === displayName ? { ...g, id } : g)),
});

describe("changedFacts", () => {
  it("is silent when everything used is as it was", () => {
    expect(changed(seen())).toBe("");
    expect(changed(seen([fixed, ...devs, { ...other, ou: "/Elsewhere", name: "renamed" }]))).toBe("");
  });

  it.each<readonly [string, Directory, string]>([
    [
      "an account in another unit",
      seen([{ ...fixed, ou: "/Platform/Prod" }, ...devs]),
      "account fixed (100000000002) moved from /Platform/Dev to /Platform/Prod",
    ],
    ["a group made anew", withGroup("DevOps", "g-2"), "group DevOps got another id (was made anew)"],
    ["a user who is gone", { ...seen(), users: [] }, "user jo disappeared"],
    [
      "another identity store and management account",
      {
        ...seen(),
        instance: { ...seen().instance, identityStoreId: "d-2" },
        managementAccountId: "100000000099",
      },
      "the identity store was d-1234567890, and is d-2; the management account was 100000000001, and is 100000000099",
    ],
    [
      "an account that joined a type",
      seen([fixed, ...devs, { ...other, ou: "/Dev" }]),
      '2 grants more: other (100000000005) joined the account type "dev"',
    ],
    [
      "an account that left a type, in the place of another",
      seen([fixed, ...devs.slice(1), { ...(devs[0] ?? other), ou: "/Other" }, { ...other, ou: "/Dev" }]),
      'account dev-3 (100000000003) moved from /Dev to /Other; 2 grants more, 2 less: other (100000000005) joined the account type "dev", dev-3 (100000000003) left the account type "dev"',
    ],
    [
      "an account that left the organization",
      seen([fixed, ...devs.slice(1), other]),
      'account dev-3 (100000000003) left the organization; 2 grants less: dev-3 (100000000003) left the account type "dev"',
    ],
    [
      "an account with another name",
      seen([fixed, { ...(devs[0] ?? other), name: "new\u001b" }, ...devs.slice(1)]),
      'account dev-3 (100000000003) got the name "new\\u001b"',
    ],
  ])("says %s", (_what, now, text) => {
    expect(changed(now)).toBe(text);
  });

  it("says of several accounts at once what became of them", () => {
    const stays = { ...other, ou: "/Dev" };
    const closed = devs.map((a) => ({ ...a, status: "SUSPENDED" as const }));
    expect(changed(seen([fixed, stays, ...closed]), seen([fixed, stays, ...devs]))).toBe(
      'accounts dev-3 (100000000003), dev-4 (100000000004) went from ACTIVE to SUSPENDED; 4 grants less: dev-3 (100000000003) left the account type "dev", dev-4 (100000000004) left the account type "dev"',
    );
  });

  it("says that a group is there now", () => {
    expect(changed(seen(), { ...seen(), groups: seen().groups.slice(0, 1) })).toBe("group DevOps appeared");
  });

  it("counts a grant with another end as another grant", () => {
    const facts = factsOf(seen());
    const grants = facts.grants.map(
      ([a, b, c, d, , f], i) => [a, b, c, d, i === 0 ? "2027" : null, f] as const,
    );
    expect(changedFacts(facts, { ...facts, grants }, seen())).toMatch(/^1 grant more, 1 less: /);
  });

  it("does not count an account type alone: the grant is the same", () => {
    const facts = factsOf(seen());
    const grants = facts.grants.map(([a, b, c, d, e]) => [a, b, c, d, e, "another"] as const);
    expect(changedFacts(facts, { ...facts, grants }, seen())).toBe("");
  });

  it("names five of many, and counts the rest", () => {
    const many = Array.from({ length: 8 }, (_, i) => account(`2000000000${i + 10}`, `a${i}`, { ou: "/Dev" }));
    const moved = (to: (i: number) => string) =>
      seen([fixed, ...devs, ...many.map((a, i) => ({ ...a, ou: to(i) }))]);
    const together = changed(
      moved(() => "/Other"),
      seen([fixed, ...devs, ...many]),
    );
    expect(together).toContain("a4 (200000000014) and 3 others moved from /Dev to /Other; 16 grants less: ");
    expect(together).toMatch(/, 5 more did so$/);
    const apart = changed(
      moved((i) => `/Unit${i}`),
      seen([fixed, ...devs, ...many]),
    );
    expect(apart.split("; ")).toHaveLength(6);
    expect(apart).toMatch(/; and 4 other changes$/);
  });
});
