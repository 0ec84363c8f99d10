import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { expandAccountType } from "../../../src/access/account-types.js";
import type { GrantKey } from "../../../src/access/expand.js";
import { reachOf } from "../../../src/access/explain/type-reach.js";
import { account, directoryOf } from "../../doubles/directory.js";
import { answer, factsOf } from "./explained.js";

const names = ["core-root", "core-dns", "plat-dev", "plat-prod", "plat-old"];
const idOf = (name: string) => `10000000000${names.indexOf(name)}`;
const groups = ["Devs", "devs", "Ops", "Managers"];
const users = ["jo@example.com", "Devs"];
const sets = ["ReadOnlyAccess", "RootAccess", "PowerUserAccess"];
const ends = ["2020-01-01", "2030-01-01"];

const some = <T>(values: readonly T[], minLength: number, maxLength = 3): fc.Arbitrary<T[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength, maxLength });
const mapOf = (keys: readonly string[], value: fc.Arbitrary<unknown>) =>
  fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 3 });
const principal = fc.record(
  { permission_sets: some(sets, 1), expires_at: fc.constantFrom(...ends) },
  { requiredKeys: ["permission_sets"] },
);
const target = fc.record(
  { groups: mapOf(groups, principal), users: mapOf(users, principal) },
  { requiredKeys: [] },
);
const type = fc.record({
  accounts: some([...names, "plat-*", "core-*"], 0),
  all: fc.boolean(),
  exclude: some([...names.slice(1), "*-old", "100000000001"], 0, 2),
  tags: fc.constantFrom({}, { Env: "prod" }),
});
const types = ["one", "two"];
const blocks = fc.record({
  account_assignments: mapOf(names, target),
  account_type_assignments: mapOf(types, target),
});
const catalogs = fc.record({
  own: blocks,
  imported: blocks,
  root: blocks,
  account_types: fc.record({ one: type, two: type }),
  session_durations: fc.constantFrom({}, { two: "PT4H" }),
});
/** Core-root is never excluded, and `all` or a name makes that a type has an account. */
const directory = directoryOf({
  accounts: names.map((name) =>
    account(idOf(name), name, {
      tags: name === "plat-dev" ? {} : { Env: "prod" },
      status: name === "core-dns" ? "SUSPENDED" : "ACTIVE",
    }),
  ),
  groups: groups.slice(0, 3),
});

type Catalog = typeof catalogs extends fc.Arbitrary<infer T> ? T : never;

function factsFor({ own, imported, root, account_types, session_durations }: Catalog) {
  const always = (t: Catalog["account_types"]["one"]) => ({
    ...t,
    accounts: [...new Set([...t.accounts, "core-root"])],
  });
  const vars = {
    region: "us-east-1",
    account_types: { one: always(account_types.one), two: always(account_types.two) },
    session_durations,
    ...own,
  };
  const component = (content: object) => ({ components: { terraform: { "aws-sso": { vars: content } } } });
  return factsOf(
    {
      "aws-sso.yaml": stringify({ import: ["lists"], vars: root, ...component(vars) }),
      "lists.yaml": stringify(component(imported)),
    },
    directory,
  );
}

const run = { seed: 20261124, numRuns: 100 };
const asked = (key: GrantKey) => ({
  group: key.principalType === "GROUP" ? key.principalName : null,
  user: key.principalType === "USER" ? key.principalName : null,
  account: key.accountId,
  permissionSet: key.permissionSet,
});

describe("explain", () => {
  it("gives each grant for its key, with its lines; and a nearest for what is not granted", () => {
    let granted = 0;
    const kinds = new Set<string>();
    fc.assert(
      fc.property(catalogs, (catalog) => {
        const facts = factsFor(catalog);
        const all = facts.model.grants;
        granted += all.length;
        const keys = new Set<string>();
        for (const grant of all) {
          const { grants, nearest } = answer(facts, asked(grant));
          expect(grants.map((g) => g.grant)).toEqual([grant]);
          const lines = grants.flatMap((g) => g.because);
          expect([...new Map(lines.map((b) => [JSON.stringify(b.span), b.span])).values()]).toEqual(
            grant.sources,
          );
          // Exactly the lines of a type are said to be by it.
          for (const { path, via } of lines) {
            expect(via.some((v) => v.kind === "accountType")).toBe(path.startsWith("account_type_"));
          }
          expect(nearest).toBeNull();
          keys.add(JSON.stringify(asked(grant)));
        }
        for (const accountId of names.map(idOf))
          for (const principalName of groups)
            for (const permissionSet of sets) {
              const question = asked({ accountId, principalType: "GROUP", principalName, permissionSet });
              if (keys.has(JSON.stringify(question))) continue;
              const { grants, nearest } = answer(facts, question);
              expect(grants).toEqual([]);
              kinds.add(nearest?.kind ?? "null");
            }
      }),
      // Each run asks about every grant and every group.
      { ...run, numRuns: 40 },
    );
    expect(granted).toBeGreaterThan(300);
    expect(kinds).not.toContain("null");
    expect([...kinds]).toEqual(
      expect.arrayContaining(["expired", "excluded", "narrowed", "suspended", "replaced", "session"]),
    );
    expect([...kinds]).toEqual(
      expect.arrayContaining(["otherSets", "misspelt", "otherPrincipals", "elsewhere", "nowhere"]),
    );
  });

  it("gives what the parts of a question all match", () => {
    fc.assert(
      fc.property(catalogs, (catalog) => {
        const facts = factsFor(catalog);
        for (const name of names) {
          const { grants } = answer(facts, { account: name });
          expect(grants.map((g) => g.grant)).toEqual(
            facts.model.grants.filter((g) => g.accountName === name),
          );
        }
        const { grants } = answer(facts, { group: "Devs", permissionSet: "RootAccess" });
        expect(grants.map((g) => g.grant)).toEqual(
          facts.model.grants.filter(
            (g) =>
              g.principalType === "GROUP" && g.principalName === "Devs" && g.permissionSet === "RootAccess",
          ),
        );
      }),
      run,
    );
  });

  it("says of each account of a type what chooses it, and of no other that it was kept out", () => {
    fc.assert(
      fc.property(catalogs, (catalog) => {
        const facts = factsFor(catalog);
        for (const defined of facts.catalog.accountTypes) {
          const reach = reachOf(defined, facts.accounts, defined.span);
          const inside = expandAccountType(defined, facts.accounts).accounts;
          expect(reach.accounts).toEqual(inside);
          expect(inside.filter((a) => !reach.chosenBy.has(a.id))).toEqual([]);
          const out = reach.keptOut.map((k) => k.account.id);
          expect(new Set(out).size).toBe(out.length);
          const known = [...inside.map((a) => a.id), ...out].sort();
          const chosen = [...reach.chosenBy.keys()];
          expect(chosen.filter((id) => !known.includes(id))).toEqual([]);
          expect(known).toHaveLength(new Set(known).size);
        }
      }),
      run,
    );
  });
});
