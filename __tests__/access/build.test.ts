import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccessModel } from "../../src/access/model.js";
import { accessOf } from "../catalog/in-memory.js";

const full_account_map = {
  "core-root": "111111111111",
  "plat-dev": "333333333333",
  "plat-prod": "444444444444",
};
const read = { permission_sets: ["ReadOnlyAccess"] };

/** The model without places, which change with the order of lines. */
function withoutPlaces(model: AccessModel | null): unknown {
  return model === null ? null : { ...model, grants: model.grants.map((g) => ({ ...g, sources: [] })) };
}

describe("buildAccess", () => {
  const vars = {
    account_map: { full_account_map, root_account_account_name: "core-root" },
    tags: { b: "2", a: "1" },
    groups: ["Created"],
    aws_teams_accessible: ["devops", "admins"],
    account_types: { b: { accounts: ["plat-*"] }, a: { all: true } },
    account_type_assignments: { b: { groups: { Developers: read } }, a: { groups: { Developers: read } } },
    account_assignments: {
      "plat-dev": { groups: { Developers: read, Created: read }, users: { "jane@example.com": read } },
    },
    permission_sets: { Own: { managed_policies: ["PowerUserAccess", "Billing"] }, Another: {} },
  };

  it("gives the same output for any order of keys", () => {
    const expected = withoutPlaces(accessOf(vars).model);
    expect(expected).not.toBeNull();
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const shuffle = (data: unknown): unknown => {
          if (typeof data !== "object" || data === null || Array.isArray(data)) return data;
          const keyed = Object.entries(data).map((entry) => ({ entry, at: numbers.next().value as number }));
          return Object.fromEntries(
            keyed.sort((x, y) => x.at - y.at).map(({ entry: [k, v] }) => [k, shuffle(v)]),
          );
        };
        const shuffled = shuffle(vars) as Record<string, unknown>;
        expect(withoutPlaces(accessOf(shuffled).model)).toEqual(expected);
      }),
      { seed: 20261124, numRuns: 50 },
    );
  });

  it("names the account type that leads to a grant: the first by name, none when the account is named too", () => {
    const types = accessOf(vars).model?.grants.map((g) => [g.accountName, g.principalName, g.accountType]);
    expect(types).toEqual([
      ["core-root", "Developers", "a"],
      ["plat-dev", "Created", null],
      ["plat-dev", "Developers", null],
      ["plat-dev", "jane@example.com", null],
      ["plat-prod", "Developers", "a"],
    ]);
  });

  it("lists every principal and created group once, and takes the management account from the map", () => {
    const { model } = accessOf(vars);
    expect(model?.managementAccountId).toBe("111111111111");
    expect(model?.principals).toEqual([
      { type: "GROUP", name: "Created", id: null, created: true },
      { type: "GROUP", name: "Developers", id: null, created: false },
      { type: "USER", name: "jane@example.com", id: null, created: false },
    ]);
  });

  it("grants and makes nothing when the component is not enabled, but still checks it", () => {
    const { model } = accessOf({ ...vars, enabled: false });
    expect(model).toMatchObject({ grants: [], permissionSets: [], principals: [] });
    const wrong = accessOf({
      ...vars,
      enabled: false,
      account_assignments: { nowhere: { groups: { X: read } } },
    });
    expect(wrong.model).toBeNull();
    expect(wrong.diagnostics.map((d) => d.code)).toEqual(["IDC301"]);
  });
});
