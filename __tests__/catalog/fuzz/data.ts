import fc from "fast-check";
import { hasInvisible } from "../../../src/diagnostic/visible.js";

/** What a catalog file holds, with maps that keep any key in order. */
export type Data = string | boolean | readonly Data[] | DataMap;
export type DataMap = ReadonlyMap<string, Data>;

export interface Assignment {
  readonly kind: "groups" | "users";
  readonly principal: string;
  readonly sets: readonly string[];
}

export interface AccountType {
  readonly accounts: readonly string[] | "all";
  readonly exclude: readonly string[];
}

/** The part of a catalog that the reference expansion knows. */
export interface Content {
  readonly ids: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, AccountType>;
  readonly byAccount: ReadonlyMap<string, readonly Assignment[]>;
  readonly byType: ReadonlyMap<string, readonly Assignment[]>;
}

const nasty = [
  ...[
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "<<",
    "~",
    "null",
    "true",
    "no",
    "0x1F",
    "1e3",
  ],
  ...[
    "0123",
    "2026-01-01",
    "a: b",
    "- a",
    "a #b",
    "#a",
    "&a",
    "*a b",
    "!a",
    "%a",
    "@a",
    "`a",
    "{a}",
    "[a]",
    "a,b",
  ],
  ...[
    "it's",
    'say "a"',
    "back\\slash",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what makes it nasty
    "${a.b}",
    "%{ if a }",
    "Dev Ops",
    "DevOps",
    "😀",
    "é",
    "e\u0301",
    "Аdmin",
  ],
  ...["a'b\"c", "|", ">", "?", ":", "---", "...", "a:", ":a", "\\n", "k".repeat(200), "=", ".inf", "r-root"],
];
const isUsable = (name: string): boolean => name !== "" && name.trim() === name && !hasInvisible(name);
const free = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter(isUsable);
const name = fc.oneof(fc.constantFrom(...nasty), free, fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/));
// In lists of accounts these two are patterns.
const accountName = name.filter((n) => !/[*?]/.test(n));

export const ownSet = "Own+Set=1";
const sets = [
  "AdministratorAccess",
  "ReadOnlyAccess",
  "PowerUserAccess",
  "BillingAdministratorAccess",
  ownSet,
];
const setList = fc.array(fc.constantFrom(...sets), { maxLength: 3 });
const id = fc.integer({ min: 0, max: 6 }).map((n) => `0${String(n).repeat(11)}`);

function assignments(lists: readonly (readonly string[])[]): fc.Arbitrary<readonly Assignment[]> {
  // Lists are shared, so that anchors have something to stand for.
  const one = fc.record({
    kind: fc.constantFrom("groups", "users"),
    principal: name,
    sets: fc.constantFrom(...lists),
  });
  const key = (a: Assignment): string => `${a.kind} ${a.principal}`;
  return fc.uniqueArray(one as fc.Arbitrary<Assignment>, { selector: key, maxLength: 4 });
}

/** Exact names and prefixes with a star, which match something. */
function matching(names: readonly string[]): fc.Arbitrary<string> {
  const prefix = (n: string): string => `${[...n].slice(0, 2).join("")}*`;
  return fc.constantFrom(...names).chain((n) => fc.constantFrom(n, prefix(n), "*"));
}

function accountType(names: readonly string[]): fc.Arbitrary<AccountType> {
  const some = fc.array(matching(names), { minLength: 1, maxLength: 3 });
  return fc.record({
    accounts: fc.oneof(some, fc.constant("all" as const)),
    exclude: fc.array(matching(names), { maxLength: 2 }),
  });
}

/** A valid catalog: every account that is named is in the map. */
export const content: fc.Arbitrary<Content> = fc
  .uniqueArray(accountName, { minLength: 1, maxLength: 6 })
  .chain((names) =>
    fc.tuple(
      fc.array(id, { minLength: names.length, maxLength: names.length }),
      fc.uniqueArray(fc.tuple(name, accountType(names)), { selector: ([n]) => n, maxLength: 3 }),
      fc
        .array(setList, { minLength: 3, maxLength: 3 })
        .chain((lists) =>
          fc.tuple(
            fc.array(assignments(lists), { minLength: names.length, maxLength: names.length }),
            fc.array(assignments(lists), { minLength: 3, maxLength: 3 }),
          ),
        ),
      fc.constant(names),
    ),
  )
  .map(([ids, types, [byAccount, byType], names]) => ({
    ids: new Map(names.map((n, i) => [n, ids[i] as string])),
    types: new Map(types),
    byAccount: new Map(names.map((n, i) => [n, byAccount[i] as readonly Assignment[]])),
    byType: new Map(types.map(([n], i) => [n, byType[i] as readonly Assignment[]])),
  }));
