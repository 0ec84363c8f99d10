import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownAccounts } from "../../src/access/accounts.js";
import { expandGrants } from "../../src/access/expand.js";
import type { Grant } from "../../src/access/model.js";
import type { Assignment, Catalog } from "../../src/catalog/catalog.js";
import type { Span } from "../../src/diagnostic/diagnostic.js";
import { accountMap, catalogOf } from "../doubles/catalog.js";
import { clock } from "../doubles/facts.js";

/** `two` is a second name of the first account. */
const map = { one: "333333333333", four: "222222222222", two: "333333333333", three: "111111111111" };
const types = { "～": ["one", "three"], "🦄": ["two", "four"], plain: ["four"] };
// In UTF-16 units the unicorn stands before the wave, in code points behind it. A key that is only joined mixes up
// "a" with "b,Set" and "a,b" with "Set".
const sets = ["Set", "b,Set"];
const names = ["～", "🦄", "a", "a,b"];

const catalog = catalogOf({
  account_map: accountMap(map),
  account_types: Object.fromEntries(Object.entries(types).map(([name, accounts]) => [name, { accounts }])),
});

function place(line: number, column: number): Span {
  return { file: "aws-sso.yaml", line, column, endLine: line, endColumn: column + 1 };
}

const span = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }))
  .map((at) => place(...at));
const target = fc
  .constantFrom(
    ...Object.keys(map).map((name) => ({ kind: "account", name }) as const),
    ...Object.keys(types).map((name) => ({ kind: "accountType", name }) as const),
    { kind: "account", name: "nowhere" } as const,
  )
  .map((t) => ({ ...t, span: place(9, 1) }));
const principal = fc.record({
  type: fc.constantFrom("GROUP", "USER"),
  name: fc.constantFrom(...names),
  span: fc.constant(place(9, 2)),
});
const end = fc.constantFrom(
  "2026-11-24T12:00:00.000Z",
  "2026-11-24T12:00:00.001Z",
  "2027-06-30T00:00:00.000Z",
  null,
);
const assignments = fc.array(
  fc.record({
    target,
    principal,
    permissionSet: fc.record({ name: fc.constantFrom(...sets), span }),
    expiry: end.map((at) => (at === null ? null : { at, span: place(9, 3) })),
  }),
  { maxLength: 60, size: "max" },
);

function codePoints(text: string): readonly number[] {
  return [...text].map((c) => c.codePointAt(0) ?? 0);
}

function inOrder(texts: readonly string[]): readonly string[] {
  return texts.toSorted((a, b) => {
    const [x, y] = [codePoints(a), codePoints(b)];
    const i = x.findIndex((c, n) => c !== y[n]);
    return i < 0 ? x.length - y.length : (x[i] ?? 0) - (y[i] ?? -1);
  });
}

function reaches({ kind, name }: Assignment["target"], id: string): boolean {
  const reached: readonly string[] =
    kind === "account" ? [name] : (new Map(Object.entries(types)).get(name) ?? []);
  return reached.some((n) => new Map(Object.entries(map)).get(n) === id);
}

/** Asks of every possible grant which assignments say it. */
function reference({ assignments }: Catalog): readonly Grant[] {
  const grants: Grant[] = [];
  for (const accountId of inOrder([...new Set(Object.values(map))]))
    for (const principalType of ["GROUP", "USER"] as const)
      for (const principalName of inOrder(names))
        for (const permissionSet of inOrder(sets)) {
          const sayers = assignments.filter(
            (a) =>
              (a.expiry === null || a.expiry.at > clock) &&
              reaches(a.target, accountId) &&
              a.principal.type === principalType &&
              a.principal.name === principalName &&
              a.permissionSet.name === permissionSet,
          );
          if (sayers.length === 0) continue;
          const byType = sayers.every((a) => a.target.kind === "accountType");
          const ends = sayers.map((a) => a.expiry?.at ?? null);
          const positions = new Set(sayers.map(({ permissionSet: { span: s } }) => s.line * 10 + s.column));
          grants.push({
            accountId,
            accountName: Object.entries(map).find(([, id]) => id === accountId)?.[0] ?? "",
            principalType,
            principalName,
            permissionSet,
            accountType: byType ? (inOrder(sayers.map((a) => a.target.name))[0] ?? null) : null,
            expiresAt: ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null),
            sources: [...positions].sort().map((p) => place(Math.floor(p / 10), p % 10)),
          });
        }
  return grants;
}

describe("expansion", () => {
  it("is what asking for every possible grant gives, in every field and in order", () => {
    const accounts = knownAccounts(catalog, null);
    if (accounts === null) throw new Error("the map must be readable");
    const seen = { merged: 0, ends: 0, types: 0 };
    fc.assert(
      fc.property(assignments, (some) => {
        const written = { ...catalog, assignments: some };
        const { grants } = expandGrants(written, accounts, clock);
        for (const grant of grants) {
          if (grant.sources.length > 1) seen.merged++;
          if (grant.expiresAt !== null) seen.ends++;
          if (grant.accountType !== null) seen.types++;
        }
        expect(grants).toEqual(reference(written));
      }),
      { seed: 20261124, numRuns: 200 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(300);
  });
});
