import { describe, expect, it } from "vitest";
import { resourceType } from "../../../src/access/address.js";
import type { LiveSet } from "../../../src/directory/all-access.js";
import { readState } from "../../../src/terraform/state-json.js";
import { incomparable, refreshNeeded } from "../../../src/workflow/bulk-refresh/refresh-needed.js";
import { live, type RecordedAws, recordedAws, recordedState, stateWith } from "./recorded.js";

const proven = readState(recordedState());

/** The same value but for one leaf. */
function changed(value: unknown): unknown {
  if (value === null) return "now there";
  if (typeof value === "string") return `${value}x`;
  if (Array.isArray(value))
    return value.length === 0 ? ["now there"] : [changed(value[0]), ...value.slice(1)];
  const entries = Object.entries(value as object);
  const [first, ...rest] = entries;
  return first === undefined
    ? { now: "there" }
    : Object.fromEntries([[first[0], changed(first[1])], ...rest]);
}

/** What a change of the set Look in AWS leads to. */
function afterSet(change: (set: LiveSet) => Partial<LiveSet>): string | null {
  const aws = recordedAws();
  const sets = aws.access.sets.map((set) => (set.name === "Look" ? { ...set, ...change(set) } : set));
  return refreshNeeded(proven, live({ ...aws, access: { ...aws.access, sets } }));
}

function afterAws(change: (aws: RecordedAws) => Partial<RecordedAws>): string | null {
  const aws = recordedAws();
  return refreshNeeded(proven, live({ ...aws, ...change(aws) }));
}

describe("a state that is what AWS has", () => {
  it("has every type that the stack emits, and needs no refresh", () => {
    expect(new Set(proven.resources.map((r) => r.type))).toEqual(new Set(Object.values(resourceType)));
    expect(refreshNeeded(proven, live())).toBeNull();
    expect(incomparable(proven)).toBeNull();
    expect(refreshNeeded({ resources: [] }, live())).toBeNull();
  });

  const attributes = proven.resources.flatMap(({ address, values }) =>
    Object.keys(values)
      .filter((name) => name !== "timeouts")
      .map((name) => [address, name] as const),
  );

  it.each(attributes)("needs one when %s has another %s", (address, name) => {
    const state = stateWith((resources) => {
      const values = resources.find((r) => r.address === address)?.values ?? {};
      values[name] = name === "created_date" ? null : changed(values[name]);
    });
    expect(refreshNeeded(state, live())).toContain(address);
  });

  it.each(attributes)("needs one when %s has no %s", (address, name) => {
    const state = stateWith((resources) => {
      delete resources.find((r) => r.address === address)?.values[name];
    });
    expect(refreshNeeded(state, live())).toContain(address);
  });

  it.each(proven.resources.map((r) => r.address))(
    "needs one when %s has an attribute nobody knows",
    (address) => {
      const state = stateWith((resources) => {
        const values = resources.find((r) => r.address === address)?.values ?? {};
        values["region"] = null;
      });
      expect(refreshNeeded(state, live())).toBe(`region of ${address} is not known here`);
    },
  );

  it("needs one with an object of another type or in a module, and AWS need not be asked for that", () => {
    const other = stateWith(([first]) => {
      if (first !== undefined) first.type = "aws_identitystore_group_membership";
    });
    const [{ address = "" } = {}] = other.resources;
    const reason = `${address} is of a type that this stack does not have`;
    expect([refreshNeeded(other, live()), incomparable(other)]).toEqual([reason, reason]);
    const inside = stateWith(([first]) => {
      if (first !== undefined) first.address = `module.sso["\u001b"].${first.address}`;
    });
    const where = `module.sso["\\u001b"].${address} is in a module, as nothing of this stack is`;
    expect([refreshNeeded(inside, live()), incomparable(inside)]).toEqual([where, where]);
  });
});

describe("a change in AWS", () => {
  it.each<readonly [string, (set: LiveSet) => Partial<LiveSet>, string]>([
    ["description", () => ({ description: null }), "description of "],
    ["session duration", () => ({ sessionDuration: "PT1H" }), "session_duration of "],
    ["relay state", () => ({ relayState: null }), "relay_state of "],
    ["name", () => ({ name: "Other" }), "name of "],
    ["tag gone", () => ({ tags: { team: "x" } }), "tags of "],
    ["tag more", ({ tags }) => ({ tags: { ...tags, "aws:x": "" } }), "tags of "],
    ["managed policy", () => ({ managedPolicies: [] }), "managed_policy_attachment"],
    [
      "customer managed policy",
      () => ({ customerManagedPolicies: [{ name: "Extra", path: "/" }] }),
      "customer",
    ],
    ["inline policy gone", () => ({ inlinePolicy: null }), "inline_policy"],
    ["inline policy", () => ({ inlinePolicy: '{"Statement":[]}' }), "inline_policy of "],
    ["unreadable inline policy", () => ({ inlinePolicy: "{" }), "inline_policy of "],
    ["boundary gone", () => ({ permissionsBoundary: null }), "boundary_attachment"],
    ["boundary", () => ({ permissionsBoundary: { name: "Limit", path: "/" } }), "permissions_boundary of "],
    ["set made anew", ({ arn }) => ({ arn: `${arn}0` }), "is not in AWS"],
  ])("of a set is noticed: %s", (_what, change, reason) => {
    expect(afterSet(change)).toContain(reason);
  });

  it("to the boundary of a team's own policy is noticed", () => {
    const swapped = afterAws(({ access }) => {
      const sets = access.sets.map((set) =>
        set.name === "Plain" ? { ...set, permissionsBoundary: { name: "Limit", path: "/other/" } } : set,
      );
      return { access: { ...access, sets } };
    });
    expect(swapped).toMatch(/^permissions_boundary of .*Plain_\w+ is another in AWS$/);
  });

  it("that took a grant away, or gave it to somebody else, is noticed, each alone", () => {
    const { access } = recordedAws();
    expect(access.assignments.length).toBeGreaterThan(3);
    for (const taken of access.assignments) {
      const left = access.assignments.filter((a) => a !== taken);
      const other = { ...taken, principalType: "USER" as const };
      for (const assignments of [left, [...left, other]]) {
        expect(afterAws(() => ({ access: { ...access, assignments } }))).toMatch(
          /^aws_ssoadmin_account_assignment\.\w+ is not in AWS$/,
        );
      }
    }
  });

  it("of a group is noticed: gone, renamed, described, taken over by an identity provider", () => {
    const externalIds = [{ issuer: "https://scim.aws.com/x", id: "1" }];
    const changes = [{ displayName: "Others" }, { description: "by hand" }, { externalIds }];
    const reasons = changes.map((change) =>
      afterAws(({ groups }) => ({ groups: groups.map((group) => ({ ...group, ...change })) })),
    );
    expect(reasons.map((reason) => reason?.split(" ")[0])).toEqual([
      "display_name",
      "description",
      "external_ids",
    ]);
    expect(afterAws(() => ({ groups: [] }))).toContain("is not in AWS");
  });

  it("of the instance or of an account makes it unknown", () => {
    const elsewhere = afterAws(({ directory }) => ({
      directory: {
        ...directory,
        instance: { ...directory.instance, arn: "arn:aws:sso:::instance/ssoins-0" },
      },
    }));
    expect(elsewhere).toContain("objects differ, first of all id of ");
    const suspended = afterAws(({ directory }) => ({
      directory: {
        ...directory,
        accounts: directory.accounts.map((a) => ({ ...a, status: "SUSPENDED" as const })),
      },
    }));
    expect(suspended).toMatch(
      /^\d objects differ, first of all aws_\S+ is in an account that is not active$/,
    );
  });
});

describe("what no refresh would see", () => {
  it("is a set that was changed and not provisioned, a grant nobody declared, a set of others, and an incomplete reading", () => {
    expect(afterSet(({ accountIds }) => ({ outdatedIn: accountIds }))).toBeNull();
    const more = afterAws(({ access }) => {
      const [set] = access.sets;
      const [grant] = access.assignments;
      if (set === undefined || grant === undefined) throw new Error("nothing was recorded");
      const sets = [...access.sets, { ...set, arn: `${set.arn}9`, name: "ByHand" }];
      const assignments = [...access.assignments, { ...grant, principalId: "somebody" }];
      return { access: { sets, assignments, reading: { ...access.reading, complete: false } } };
    });
    expect(more).toBeNull();
  });

  it("is an inline policy that says the same in another order of keys", () => {
    const reordered = afterSet(({ inlinePolicy }) => {
      const { Version, Statement } = JSON.parse(inlinePolicy ?? "");
      const statements = Statement.map((s: object) => Object.fromEntries(Object.entries(s).reverse()));
      return { inlinePolicy: JSON.stringify({ Statement: statements, Version }, null, 1) };
    });
    expect(reordered).toBeNull();
  });

  it("is a set without tags whose state has them empty instead of null", () => {
    const state = stateWith((resources) => {
      for (const { values } of resources) if (values["tags"] === null) values["tags"] = {};
    });
    expect(state).not.toEqual(proven);
    expect(refreshNeeded(state, live())).toBeNull();
  });
});
