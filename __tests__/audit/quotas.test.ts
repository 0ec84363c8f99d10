import { describe, expect, it } from "vitest";
import { audit } from "../../src/audit/audit.js";
import type { AuditFacts } from "../../src/audit/facts.js";
import { findingKey } from "../../src/audit/finding.js";
import { indexFacts } from "../../src/audit/index-facts.js";
import { quotaUse } from "../../src/audit/quotas.js";
import type { LiveSet } from "../../src/directory/all-access.js";
import { groups } from "../doubles/catalog.js";
import { directoryOf } from "../doubles/directory.js";
import { accessOf, assigned, dev, directory, factsAfter, liveSet, prod, withSet } from "./world.js";

const vars = {
  permission_sets: { Look: { description: "Look at things" } },
  account_assignments: {
    dev: groups({ Devs: ["Look"] }),
    prod: groups({ Devs: ["Look", "ReadOnlyAccess"] }),
  },
};

const use = (facts: AuditFacts, quota: string) => quotaUse(facts).find((it) => it.quota === quota);
const fullOf = (facts: AuditFacts) =>
  audit(indexFacts(facts))
    .filter((f) => f.code === "IDC615")
    .map((f) => `${f.severity} ${findingKey(f)}`);

describe("quotaUse", () => {
  it("counts what AWS has, at the fullest place, the fullest first", () => {
    const found = quotaUse(factsAfter(vars)).map((it) => [it.quota, it.used, it.limit, it.subject]);
    expect(found).toEqual([
      ["managed policies per permission set", 2, 25, "BillingAdministratorAccess"],
      ["inline policy, bytes without white space", 523, 10_240, "DNSRecordAdministratorAccess"],
      ["groups per permission set and account", 1, 100, "Look in dev"],
      ["permission sets per account", 2, 500, "prod"],
      ["permission sets", 8, 3_500, null],
      ["accounts", 3, 7_000, null],
      ["groups", 3, 100_000, null],
      ["users", 2, 200_000, null],
    ]);
  });

  it("says what the next deploy adds", () => {
    const facts = factsAfter(vars, ({ live }) => ({ live: { ...live, sets: live.sets.slice(2) } }));
    expect(use(factsAfter(vars), "permission sets")?.next).toBe("every set the catalog has is counted");
    expect(use(facts, "permission sets")?.next).toBe("the next deploy makes 2 more");
  });

  it("counts managed and customer managed policies together, and no white space", () => {
    const change: Partial<LiveSet> = {
      managedPolicies: Array.from({ length: 12 }, (_, i) => `arn:aws:iam::aws:policy/P${i}`),
      customerManagedPolicies: Array.from({ length: 9 }, (_, i) => ({ name: `C${i}`, path: "/" })),
      inlinePolicy: `{ "Statement":\n\t"${"ä".repeat(5_000)}" }`,
    };
    const facts = factsAfter(vars, (f) => withSet(f, "Look", change));
    expect(use(facts, "managed policies per permission set")).toMatchObject({
      used: 21,
      percent: 84,
      subject: "Look",
    });
    expect(use(facts, "inline policy, bytes without white space")).toMatchObject({
      used: '{"Statement":""}'.length + 10_000,
      percent: 97,
    });
    expect(fullOf(facts)).toEqual([
      "warning IDC615/-/-/-/Look/inline policy, bytes without white space",
      "warning IDC615/-/-/-/Look/managed policies per permission set",
    ]);
  });

  it.each([
    [80, []],
    [81, [`warning IDC615/${prod}/-/-/Look/groups per permission set and account`]],
  ])("is a finding when more than 80 per cent is used, not with %i groups", (count, expected) => {
    const names = Array.from({ length: count }, (_, i) => `Team${i}`);
    const world = directoryOf({ accounts: [...directory.accounts], groups: names });
    const account_assignments = {
      prod: groups(Object.fromEntries(names.map((name) => [name, ["Look"]]))),
      dev: groups({ Team1: ["Look"] }),
    };
    const facts = factsAfter({ ...vars, account_assignments }, () => ({}), world);
    expect(use(facts, "groups per permission set and account")).toMatchObject({
      used: count,
      percent: count,
      subject: "Look in prod",
      raisable: false,
    });
    expect(fullOf(facts)).toEqual(expected);
  });

  it("does not count users among the groups of a set", () => {
    const facts = factsAfter(vars, ({ live }) => ({
      live: accessOf(live.sets, [
        assigned(dev, "Look", "g-Devs"),
        ...["u-jo", "u-sam"].map((id) => assigned(dev, "Look", id, "USER")),
      ]),
    }));
    expect(use(facts, "groups per permission set and account")?.used).toBe(1);
  });

  it("leaves out what nothing uses, but for what every instance has", () => {
    const facts = factsAfter(vars, () => ({ live: accessOf([liveSet("Bare")], []) }));
    expect(quotaUse(facts).map((it) => it.quota)).toEqual(["accounts", "permission sets", "groups", "users"]);
  });
});
