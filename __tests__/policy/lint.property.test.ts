import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actionsOf, serviceNames } from "../../src/policy/lint/known-actions.js";
import { covers } from "../../src/policy/lint/wildcard.js";
import { lintJson, lintStatements } from "./lint-json.js";

const realActions = [...serviceNames()].flatMap((service) =>
  [...(actionsOf(service)?.values() ?? [])].map((name) => `${service}:${name}`),
);
const real = new Set(realActions.map((a) => a.toLowerCase()));
const realAction = fc.constantFrom(...realActions);

const hostileText = fc.oneof(
  fc.string(),
  fc.constantFrom(
    "*",
    "*:*",
    ":",
    "arn:",
    "arn:aws:iam::*:",
    "__proto__",
    "constructor",
    "iam:*",
    "${",
    "\u0000",
  ),
  realAction,
);
const oneOrMore = fc.oneof(hostileText, fc.array(fc.oneof(hostileText, fc.jsonValue({ maxDepth: 1 }))));
const statement = fc.record(
  {
    Sid: hostileText,
    Effect: fc.oneof(fc.constantFrom("Allow", "Deny"), fc.jsonValue({ maxDepth: 1 })),
    Action: oneOrMore,
    NotAction: oneOrMore,
    Resource: oneOrMore,
    NotResource: oneOrMore,
    Condition: fc.oneof(
      fc.dictionary(hostileText, fc.dictionary(hostileText, oneOrMore)),
      fc.jsonValue({ maxDepth: 2 }),
    ),
  },
  { requiredKeys: [] },
);
const policyLike = fc.record(
  {
    Version: fc.oneof(fc.constantFrom("2012-10-17", "2008-10-17"), fc.jsonValue()),
    Statement: fc.array(statement),
  },
  { requiredKeys: [] },
);

describe("the lint", () => {
  it("never throws, and finds only what has a place and a code of its own", () => {
    fc.assert(
      fc.property(fc.oneof(policyLike, fc.jsonValue()), (policy) => {
        for (const { code, message, span, hint } of lintJson(policy)) {
          expect(code).toMatch(/^IDC3[34]\d$/);
          expect(message).not.toMatch(/undefined|\[object|NaN/);
          expect(span?.file).toBe("policy.json");
          expect(hint).not.toBe("");
        }
      }),
      { numRuns: 200 },
    );
  });

  it("accepts every action of AWS, in any letter case", () => {
    const flipped = (action: string, seed: number): string =>
      [...action].map((c, i) => ((seed >> (i % 30)) & 1 ? c.toUpperCase() : c.toLowerCase())).join("");
    const all = realActions.map((action, i) => flipped(action, i * 2_654_435_761));
    expect(unknownIn(all)).toEqual([]);
    expect(unknownIn(realActions)).toEqual([]);
  });

  it("reports an action with one letter more", () => {
    const edit = fc.tuple(realAction, fc.nat(), fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"));
    fc.assert(
      fc.property(edit, ([action, at, letter]) => {
        const colon = action.indexOf(":") + 1;
        const place = colon + (at % (action.length - colon + 1));
        const wrong = action.slice(0, place) + letter + action.slice(place);
        fc.pre(!real.has(wrong.toLowerCase()));
        expect(unknownIn([wrong])).toEqual([
          expect.stringContaining(`"${wrong}" is not in AWS's list of actions`),
        ]);
      }),
    );
  });

  it("accepts a wildcard made from an action of AWS, and reports one that covers nothing", () => {
    fc.assert(
      fc.property(realAction, fc.nat(), (action, at) => {
        const colon = action.indexOf(":") + 1;
        const start = action.slice(0, colon + (at % (action.length - colon + 1)));
        expect(unknownIn([`${start}*`])).toEqual([]);
        expect(unknownIn([`${start}*0nothing?`])).toHaveLength(1);
      }),
    );
  });
});

describe("wildcards", () => {
  it("cover what the same regular expression does", () => {
    const text = fc.string({ unit: fc.constantFrom(..."abAB:."), maxLength: 8 });
    const pattern = fc.string({ unit: fc.constantFrom(..."abA:.*?"), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (p, t) => {
        const source = p.replace(/\./g, "\\.").replace(/\*/g, ".*").replace(/\?/g, ".");
        expect(covers(p, t)).toBe(new RegExp(`^${source}$`, "i").test(t));
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Findings about unknown actions, in a statement that does nothing else. */
function unknownIn(actions: readonly string[]): readonly string[] {
  const found = lintStatements({ Effect: "Deny", Action: actions, Resource: "*" });
  return found.filter((line) => line.startsWith("IDC332"));
}
