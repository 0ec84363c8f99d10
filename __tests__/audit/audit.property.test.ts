import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audit/audit.js";
import type { AuditFacts } from "../../src/audit/facts.js";
import { findingKey } from "../../src/audit/finding.js";
import { indexFacts } from "../../src/audit/index-facts.js";
import type { LiveSet } from "../../src/directory/all-access.js";
import type { LiveAssignment } from "../../src/directory/live-access.js";
import { groups, users } from "../doubles/catalog.js";
import { accessOf, arnOf, assigned, dev, factsAfter, liveSet, prod, root, withAssignments } from "./world.js";

const own = {
  Look: { description: "Look at things", managed_policies: ["ViewOnlyAccess"], tags: { team: "x" } },
  Fix: {
    session_duration: "PT4H",
    relay_state: "https://console.aws.amazon.com/",
    customer_managed_policies: ["Base"],
    permissions_boundary: { managed_policy: "PowerUserAccess" },
    inline_policy: {
      Version: "2012-10-17",
      Statement: [
        { Sid: "Read", Effect: "Allow", Action: ["s3:GetObject", "s3:ListBucket"], Resource: "*" },
        { Effect: "Deny", Action: "s3:DeleteBucket", Resource: ["arn:aws:s3:::keep"] },
      ],
    },
  },
};
const setNames = ["Look", "Fix", "ReadOnlyAccess"];
const accountIds = { root, dev, prod };

const sets = fc.subarray(setNames, { minLength: 1 });
const block = (names: readonly string[]) => fc.dictionary(fc.constantFrom(...names), sets, { maxKeys: 3 });
const assignments = fc.dictionary(
  fc.constantFrom("root", "dev", "prod"),
  fc.tuple(block(["Admins", "Devs", "Ops"]), block(["jo", "sam"])),
);
const world = fc.record({ assignments, hasState: fc.boolean() }).map(({ assignments, hasState }) => {
  const account_assignments = Object.fromEntries(
    Object.entries(assignments).map(([name, [g, u]]) => [name, { ...groups(g), ...users(u) }]),
  );
  return factsAfter({ permission_sets: own, account_assignments }, ({ state, formerNames }) =>
    hasState ? { state, formerNames } : { state: null, formerNames: new Map() },
  );
});
const run = { seed: 20261124, numRuns: 60 };

/** Errors and warnings by key; that users are assigned directly is known of these worlds. */
function wrong(facts: AuditFacts): readonly string[] {
  return audit(indexFacts(facts))
    .filter((f) => f.severity !== "info")
    .map(findingKey);
}

/** Every grant there can be. */
const possible: readonly LiveAssignment[] = Object.values(accountIds).flatMap((id) =>
  setNames.flatMap((set) => [
    ...["Admins", "Devs", "Ops"].map((name) => assigned(id, set, `g-${name}`)),
    ...["jo", "sam"].map((name) => assigned(id, set, `u-${name}`, "USER")),
  ]),
);

function key(code: string, { accountId, permissionSetArn, principalType, principalId }: LiveAssignment) {
  const set = setNames.find((name) => arnOf(name) === permissionSetArn);
  return `${code}/${accountId}/${principalType}/${principalId.slice(2)}/${set}`;
}

const has = (facts: AuditFacts, grant: LiveAssignment): boolean =>
  facts.live.assignments.some((a) => key("", a) === key("", grant));

describe("an audit", () => {
  it("finds nothing wrong in what a deploy leaves", () => {
    let granted = 0;
    fc.assert(
      fc.property(world, (facts) => {
        granted += facts.live.assignments.length;
        expect(wrong(facts)).toEqual([]);
      }),
      run,
    );
    expect(granted).toBeGreaterThan(150);
  });

  it("finds exactly the grants that were taken away and those that were added", () => {
    const some = fc.subarray([...possible], { maxLength: 5 });
    let found = 0;
    fc.assert(
      fc.property(world, some, (facts, chosen) => {
        const gone = chosen.filter((grant) => has(facts, grant));
        const come = chosen.filter((grant) => !has(facts, grant));
        const left = (a: LiveAssignment): boolean => !gone.some((g) => key("", g) === key("", a));
        const changed = withAssignments(facts, (all) => [...all.filter(left), ...come]);
        const expected = [...gone.map((g) => key("IDC601", g)), ...come.map((g) => key("IDC602", g))];
        found += expected.length;
        expect(wrong({ ...facts, ...changed })).toEqual(expected.sort());
      }),
      run,
    );
    expect(found).toBeGreaterThan(60);
  });

  it("finds exactly the set that was changed by hand, whatever was changed", () => {
    const change = fc.constantFrom<(set: LiveSet) => Partial<LiveSet>>(
      () => ({ description: "changed by hand" }),
      () => ({ sessionDuration: "PT12H" }),
      () => ({ relayState: "https://elsewhere.example/" }),
      ({ tags }) => ({ tags: { ...tags, more: "y" } }),
      ({ managedPolicies }) => ({ managedPolicies: [...managedPolicies, "arn:aws:iam::aws:policy/X"] }),
      () => ({ customerManagedPolicies: [{ name: "Base", path: "/other/" }] }),
      () => ({ permissionsBoundary: { name: "Edge", path: "/" } }),
      () => ({ inlinePolicy: '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}' }),
      () => ({ inlinePolicy: "no policy" }),
    );
    fc.assert(
      fc.property(world, fc.constantFrom(...setNames), change, (facts, name, changeOf) => {
        const sets = facts.live.sets.map((set) => (set.name === name ? { ...set, ...changeOf(set) } : set));
        const changed = { ...facts, live: { ...facts.live, sets } };
        expect(wrong(changed)).toEqual([`IDC606/-/-/-/${name}`]);
        const [finding] = audit(indexFacts(changed));
        expect(finding?.details).not.toEqual([]);
        expect(finding?.details.every((line) => /^[+-] \S/.test(line))).toBe(true);
      }),
      run,
    );
  });

  it("says once what a set has lost or nobody declared, with all grants of it", () => {
    const stray = fc.subarray([...possible], { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(world, fc.constantFrom(...setNames), stray, (facts, name, grants) => {
        const rest = facts.live.sets.filter((set) => set.name !== name);
        const kept = facts.live.assignments.filter((a) => a.permissionSetArn !== arnOf(name));
        const ofStray = grants.map((g) => ({ ...g, permissionSetArn: arnOf("Stray") }));
        const unique = [...new Map(ofStray.map((g) => [key("", g), g])).values()];
        const live = accessOf([...rest, liveSet("Stray")], [...kept, ...unique]);
        expect(wrong({ ...facts, live })).toEqual([`IDC601/-/-/-/${name}`, "IDC605/-/-/-/Stray"]);
      }),
      run,
    );
  });

  it("gives no two findings one key", () => {
    const some = fc.subarray([...possible], { maxLength: 20 });
    fc.assert(
      fc.property(world, some, fc.boolean(), (facts, left, isClosed) => {
        const accounts = facts.directory.accounts.map((a) =>
          isClosed && a.id === prod ? { ...a, status: "SUSPENDED" as const } : a,
        );
        const gone = left.map((g) => ({ ...g, principalId: `x${g.principalId}` }));
        const changed = {
          ...facts,
          ...withAssignments(facts, (all) => [...all.filter((_, i) => i % 2 === 0), ...gone]),
          directory: { ...facts.directory, accounts },
        };
        const keys = audit(indexFacts(changed)).map(findingKey);
        expect(keys).toEqual([...new Set(keys)]);
      }),
      run,
    );
  });
});
