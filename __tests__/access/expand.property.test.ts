import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownAccounts } from "../../src/access/accounts.js";
import { expandGrants } from "../../src/access/expand.js";
import { loadVars } from "../catalog/in-memory.js";
import { clock } from "../doubles/facts.js";

type Block = Record<string, { groups: Record<string, { permission_sets: string[] }> }>;

const accountNames = [
  "r-",
  "r-root",
  "core-root",
  "server-room",
  "plat-dev",
  "plat-prod",
  "*",
  "a.b",
  "__proto__x",
];
const ids = ["111111111111", "222222222222", "333333333333", "444444444444", "555555555555"];
const patterns = [...accountNames, "plat-*", "r-*", "*r-*", "?-*", "core-????", "nothing-*"];
const typeNames = ["r-all", "core", "plat"];
const setNames = ["ReadOnlyAccess", "PowerUserAccess", "RootAccess"];

const several = (values: readonly string[], maxLength: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength });
const target = fc.record({
  groups: fc.dictionary(
    fc.constantFrom("DevOps", "r-", "Managers"),
    fc.record({ permission_sets: several(setNames, 2) }),
    { maxKeys: 2 },
  ),
});
const block = (keys: readonly string[]): fc.Arbitrary<Block> =>
  fc.dictionary(fc.constantFrom(...keys), target, { maxKeys: 3 }) as fc.Arbitrary<Block>;
const vars = fc.record({
  map: fc.uniqueArray(fc.tuple(fc.constantFrom(...accountNames), fc.constantFrom(...ids)), {
    selector: ([name]) => name,
    minLength: 1,
  }),
  account_types: fc.dictionary(
    fc.constantFrom(...typeNames),
    fc.record({
      accounts: several(patterns, 3),
      exclude: several([...patterns, ...ids], 2),
      all: fc.boolean(),
    }),
  ),
  account_assignments: block(accountNames),
  account_type_assignments: block(typeNames),
});

const run = { seed: 20261124, numRuns: 300 };

/** The meaning of a pattern as one regular expression, written apart from the program's matcher. */
function means(pattern: string, name: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern === name;
  const source = pattern.replace(/[.*+?^${}()|[\]\\]/g, (c) =>
    c === "*" ? ".*" : c === "?" ? "." : `\\${c}`,
  );
  return new RegExp(`^${source}$`).test(name);
}

function grantsOf(input: object): readonly string[] {
  const { catalog } = loadVars(input as Record<string, unknown>);
  const accounts = catalog === null ? null : knownAccounts(catalog, null);
  if (catalog === null || accounts === null) throw new Error("the catalog must be readable");
  return expandGrants(catalog, accounts, clock).grants.map((g) =>
    JSON.stringify([g.accountId, g.principalType, g.principalName, g.permissionSet]),
  );
}

describe("expansion", () => {
  it("grants exactly what assignments say: never more, never in an excluded account", () => {
    let granted = 0;
    fc.assert(
      fc.property(vars, ({ map, ...rest }) => {
        const expected = new Set<string>();
        const add = (id: string, { groups }: Block[string]): void => {
          for (const [group, { permission_sets }] of Object.entries(groups))
            for (const set of permission_sets) expected.add(JSON.stringify([id, "GROUP", group, set]));
        };
        for (const [name, id] of map) {
          const named = rest.account_assignments[name];
          if (named !== undefined) add(id, named);
        }
        for (const [name, assigned] of Object.entries(rest.account_type_assignments)) {
          const type = rest.account_types[name];
          if (type === undefined) continue;
          for (const id of new Set(map.map((m) => m[1]))) {
            const names = map.filter((m) => m[1] === id).map((m) => m[0]);
            const is = (list: readonly string[]): boolean => list.some((p) => names.some((n) => means(p, n)));
            if ((type.all || is(type.accounts)) && !is(type.exclude) && !type.exclude.includes(id))
              add(id, assigned);
          }
        }
        const actual = grantsOf({ account_map: { full_account_map: Object.fromEntries(map) }, ...rest });
        granted += actual.length;
        expect(new Set(actual)).toEqual(expected);
        expect(actual).toHaveLength(expected.size);
      }),
      run,
    );
    expect(granted).toBeGreaterThan(300);
  });

  it("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(vars, ({ map, ...rest }) => {
        const input = { account_map: { full_account_map: Object.fromEntries(map) }, ...rest };
        expect(grantsOf(reversed(input) as object)).toEqual(grantsOf(input));
      }),
      run,
    );
  });
});

function reversed(data: unknown): unknown {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return data;
  return Object.fromEntries(
    Object.entries(data)
      .reverse()
      .map(([key, value]) => [key, reversed(value)]),
  );
}
