import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWider } from "../../../src/policy/diff/wider.js";
import { applies, type Request, type SmallStatement } from "./evaluate.js";
import { policy } from "./statements.js";

const some = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { minLength: 1, maxLength: 2 });
const name = fc.string({ unit: fc.constantFrom(..."aab*?"), minLength: 1, maxLength: 3 });
const action = fc.oneof(
  fc.constantFrom("*", "*:*", "s:*", "S:A", "s*"),
  name.map((n) => `s:${n}`),
  name.map((n) => `t:${n}`),
);
const user = "$" + "{u}";
const end = fc.oneof(name, fc.constantFrom(user, `${user}a`, `a${user}`, "*a}", "????", "a:b", "a:*", "*:*"));
const resource = fc.oneof(
  fc.constantFrom("*", "arn:x:*", "arn:x:s:*", "arn:x:s:*:1:a"),
  end.map((e) => `arn:x:s:r:1:${e}`),
  end.map((e) => `arn:x:s:*:1:${e}`),
  end.map((e) => `arn:x:s:r:*:${e}`),
);
const condition = fc.dictionary(
  fc.constantFrom("StringEquals", "StringNotEquals"),
  fc.dictionary(fc.constantFrom("k", "l"), some(fc.constantFrom("1", "2")), { minKeys: 1, maxKeys: 2 }),
  { maxKeys: 2 },
);
const statement = fc
  .record({
    Effect: fc.constantFrom("Allow" as const, "Allow" as const, "Deny" as const),
    actions: fc.tuple(fc.constantFrom("Action", "Action", "NotAction"), some(action)),
    resources: fc.tuple(fc.constantFrom("Resource", "Resource", "NotResource"), some(resource)),
    condition: fc.option(condition, { nil: undefined }),
  })
  .map(
    ({ Effect, actions, resources, condition: Condition }): SmallStatement => ({
      Effect,
      [actions[0]]: actions[1],
      [resources[0]]: resources[1],
      ...(Condition === undefined ? {} : { Condition }),
    }),
  );
const statements = fc.array(statement, { maxLength: 3 });

/** An edit of a statement: some of its fields are those of another one. */
const edited = (before: readonly SmallStatement[]): fc.Arbitrary<readonly SmallStatement[]> =>
  fc
    .array(fc.tuple(fc.nat({ max: 3 }), statement, fc.subarray(["a", "r", "c"])), { maxLength: 3 })
    .map((edits) =>
      edits.map(([index, other, taken]) => {
        const from = before[index % Math.max(1, before.length)] ?? other;
        const pick = (field: string): SmallStatement => (taken.includes(field) ? other : from);
        const { Action, NotAction } = pick("a");
        const { Resource, NotResource } = pick("r");
        const { Condition } = pick("c");
        const fields = { Effect: from.Effect, Action, NotAction, Resource, NotResource, Condition };
        return JSON.parse(JSON.stringify(fields)) as SmallStatement;
      }),
    );
const twoDocuments = statements.chain((before) =>
  fc.tuple(fc.constant(before), fc.oneof(statements, edited(before))),
);

const requests: readonly Request[] = ["s:a", "s:b", "s:ab", "s:baa", "s:A", "t:a", "t:bb", "u:a"].flatMap(
  (a) =>
    [
      "r:1:a",
      "r:1:b",
      "r:1:ab",
      "r:1:bab",
      "q:1:a",
      "r:2:a",
      "r:1:A",
      "r:1:a:b",
      "r:2:1:a",
      "r:1:*",
      "r:1:aaaaa",
    ].flatMap((r) =>
      ["a", "b", "ab"].flatMap((user) =>
        [{}, { k: "1" }, { k: "2", l: "1" }].map((context) => ({
          action: a,
          resource: `arn:x:s:${r}`,
          user,
          context,
        })),
      ),
    ),
);

describe("a policy that is not wider", () => {
  it("allows nothing new and denies all that was denied, whatever is asked", () => {
    let proven = 0;
    fc.assert(
      fc.property(twoDocuments, fc.boolean(), ([before, after], reachesOver) => {
        if (isWider(policy(...before), policy(...after))) return;
        proven++;
        const is = (
          document: readonly SmallStatement[],
          effect: SmallStatement["Effect"],
          request: Request,
        ) => applies(document, effect, request, reachesOver);
        const allows = (document: readonly SmallStatement[], request: Request): boolean =>
          is(document, "Allow", request) && !is(document, "Deny", request);
        const isNoLongerDenied = (r: Request): boolean => is(before, "Deny", r) && !is(after, "Deny", r);
        expect(requests.find((r) => allows(after, r) && !allows(before, r))).toBe(undefined);
        expect(requests.find(isNoLongerDenied)).toBe(undefined);
      }),
      { numRuns: 2_000 },
    );
    expect(proven).toBeGreaterThan(200);
  });

  it("is the same policy, written in another order", () => {
    fc.assert(
      fc.property(statements, (before) => {
        expect(isWider(policy(...before), policy(...before.toReversed()))).toBe(false);
      }),
    );
  });
});
