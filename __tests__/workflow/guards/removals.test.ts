import { describe, expect, it } from "vitest";
import { removals } from "../../../src/workflow/guards/removals.js";
import type { PlannedGrant } from "../../../src/workflow/summary/summary.js";
import { groups, users } from "../../doubles/catalog.js";
import { assignment, dev, guardFacts, plannedGrant } from "./guard-facts.js";

const access = (i: number) => ({ principalName: `G${i}`, permissionSet: "Set" });
const kept = (n: number) => Array.from({ length: n }, (_, i) => assignment("no-op", access(i)));
const removed = (n: number) =>
  Array.from({ length: n }, (_, i) => plannedGrant({ principalName: `G${i}`, accountId: String(i) }));
const hits = (before: number, grants: readonly PlannedGrant[], vars = {}) =>
  removals(guardFacts({ vars, changes: kept(before), summary: { grants } }));

describe("removals", () => {
  it.each([
    [0, 0, false],
    [1, 1, false],
    [10, 1, false],
    [10, 2, true],
    [11, 2, false],
    [11, 3, true],
    [100, 10, false],
    [100, 11, true],
    [1000, 10, false],
    [1000, 11, true],
  ])("of %i grants take %i away: is a hit %s", (before, gone, isHit) => {
    expect(hits(before, removed(gone))).toHaveLength(isHit ? 1 : 0);
  });

  it("count what is replaced and not what is added or adopted", () => {
    const none = ["add", "adopt", "add"] as const;
    expect(
      hits(
        10,
        none.map((change) => plannedGrant({ change })),
      ),
    ).toEqual([]);
    const both = ["remove", "replace", "replace", "add"] as const;
    expect(
      hits(
        20,
        both.map((change, i) => plannedGrant({ change, principalName: `G${i}`, accountId: `${i}` })),
      ),
    ).toEqual([
      {
        guard: "removals",
        code: "IDC420",
        message: "the plan takes away 3 (2 to be made again) of 20 grants; more than 2 may be a mistake",
        hint: "read the list of removals",
      },
    ]);
  });

  it("do not count grants that the plan only makes", () => {
    const changes = Array.from({ length: 100 }, (_, i) => assignment("create", access(i)));
    expect(removals(guardFacts({ changes, summary: { grants: removed(2) } }))).toHaveLength(1);
  });

  it("have one cause when a principal or an account has nothing left: the one with the most", () => {
    const hintOf = (grants: readonly PlannedGrant[], vars = {}) => hits(5, grants, vars)[0]?.hint;
    const devs = (n: number) => Array.from({ length: n }, (_, i) => plannedGrant({ accountId: String(i) }));
    const inDev = (n: number) => removed(n).map((g) => ({ ...g, accountId: dev }));
    const inOld = inDev(5).map((g) => ({ ...g, accountId: "9", accountName: "9" }));
    expect(hintOf(devs(3))).toBe('read the list of removals: group "Devs" loses all of its 3 grants');
    expect(hintOf([...devs(3), ...inDev(4)])).toBe(
      'read the list of removals: account "dev" (100000000002) loses all of its 4 grants',
    );
    expect(hintOf(inOld)).toBe("read the list of removals: account 9 loses all of its 5 grants");
    const jo = devs(2).map((g) => ({ ...g, principalType: "USER", principalName: "jo" }) as const);
    expect(hintOf(jo)).toBe('read the list of removals: user "jo" loses all of its 2 grants');
  });

  it("name nobody who keeps something", () => {
    const vars = {
      account_assignments: {
        dev: { ...groups({ Devs: ["ReadOnlyAccess"] }), ...users({ jo: ["ReadOnlyAccess"] }) },
      },
    };
    const grants = [...Array(3).keys()].map((i) => plannedGrant({ permissionSet: `Set${i}` }));
    expect(hits(5, grants, vars)[0]?.hint).toBe("read the list of removals");
    const user = grants.map(
      (g) => ({ ...g, principalType: "USER", accountId: `9${g.permissionSet}` }) as const,
    );
    expect(hits(5, user, vars)[0]?.hint).toBe(
      'read the list of removals: user "Devs" loses all of its 3 grants',
    );
  });
});
