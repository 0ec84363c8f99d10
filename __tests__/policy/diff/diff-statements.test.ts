import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffStatements } from "../../../src/policy/diff/diff-statements.js";
import type { PolicyJson } from "../../../src/policy/policy-json.js";
import { allow, deny, mfa, policy } from "./statements.js";

const get = allow("s3:GetObject");
const put = allow("s3:PutObject", "arn:aws:s3:::c/*");
const run = allow("ec2:RunInstances", "*");
const named = (Sid: unknown, statement: object): object => ({ Sid, ...statement });
const condition = (values: unknown): object => ({ ...get, Condition: { StringEquals: { "aws:a": values } } });

/** The changes, as `change sid`. */
function changes(before: PolicyJson | null, after: PolicyJson | null): readonly string[] {
  return diffStatements(before, after).map(({ change, sid }) => (sid === null ? change : `${change} ${sid}`));
}

describe("statements that mean the same", () => {
  it.each<readonly [string, unknown, unknown]>([
    ["in another order", [get, put], [put, get]],
    ["alone, without a list", [get], get],
    ["with keys in another order", get, Object.fromEntries(Object.entries(get).toReversed())],
    ["with an action in other letters", get, allow("S3:GETOBJECT")],
    ["with NotAction in other letters", { NotAction: "a:B" }, { NotAction: ["A:b"] }],
    ["with lists of one", get, allow(["s3:GetObject"], ["arn:aws:s3:::b/*"])],
    ["with actions in another order, twice", allow(["a:A", "a:B"]), allow(["a:B", "a:A", "a:a"])],
    ["with resources in another order, twice", allow("a:A", ["a", "b"]), allow("a:A", ["b", "a", "b"])],
    ["with values in another order, twice", condition(["a", "b"]), condition(["b", "a", "b"])],
    ["with a value of one", condition("a"), condition(["a"])],
    ["with a value that is no text", condition(true), condition("true")],
    ["with an empty condition", get, { ...get, Condition: {} }],
    ["with an empty Sid", get, named("", get)],
    ["twice", [get, get], [get]],
    [
      "with a map in another order",
      { ...get, Principal: { A: 1, B: 2 } },
      { ...get, Principal: { B: 2, A: 1 } },
    ],
  ])("are no change: %s", (_name, before, after) => {
    expect(changes({ Statement: before }, { Statement: after })).toEqual([]);
    expect(changes({ Statement: after }, { Statement: before })).toEqual([]);
  });

  it.each<readonly [string, object, object]>([
    ["a resource in other letters", get, allow("s3:GetObject", "arn:aws:s3:::B/*")],
    ["a value in other letters", condition("a"), condition("A")],
    ["another effect", get, deny("s3:GetObject")],
    ["NotAction for Action", get, { ...get, Action: undefined, NotAction: "s3:GetObject" }],
    ["a condition", get, { ...get, ...mfa }],
    ["a condition that cannot be read", get, { ...get, Condition: "a" }],
    ["a Sid", named("A", get), named("B", get)],
    ["no Sid any more", named("A", get), get],
    ["an element nobody knows", get, { ...get, Principal: { AWS: "*" } }],
    ["a list in another order, of maps", { ...get, x: [{ a: 1 }] }, { ...get, x: [{ a: 2 }] }],
  ])("do not have %s", (_name, before, after) => {
    expect(diffStatements(policy(before), policy(after))).toEqual([
      { change: "change", sid: (after as { Sid?: string }).Sid ?? null, before, after },
    ]);
  });
});

describe("a statement", () => {
  it("is the one with its Sid, whatever else is alike", () => {
    const before = [named("A", get), named("B", put)];
    const after = [named("B", get), named("A", put)];
    expect(diffStatements(policy(...before), policy(...after))).toEqual([
      { change: "change", sid: "B", before: before[1], after: after[0] },
      { change: "change", sid: "A", before: before[0], after: after[1] },
    ]);
  });

  it("without a Sid is the one it is most like", () => {
    const edited = allow(["s3:GetObject", "s3:ListBucket"]);
    const moved = allow("s3:PutObject", "arn:aws:s3:::d/*");
    expect(diffStatements(policy(get, put), policy(moved, edited))).toEqual([
      { change: "change", sid: null, before: put, after: moved },
      { change: "change", sid: null, before: get, after: edited },
    ]);
  });

  it("is like one of the same service, the same condition, or on the same resource", () => {
    expect(changes(policy(allow("s3:GetObject", "*")), policy(allow("s3:PutObject", "*")))).toEqual([
      "change",
    ]);
    expect(changes(policy(allow("a:A", "r")), policy(allow("b:B", "r")))).toEqual(["change"]);
    expect(changes(policy(allow("a:A", "*", mfa)), policy(allow("b:B", "*", mfa)))).toEqual(["change"]);
  });

  it("on every resource is not like every other one", () => {
    expect(changes(policy(allow("s3:*", "*")), policy(run))).toEqual(["remove", "add"]);
  });

  it("is paired once", () => {
    expect(changes(policy(get), policy(allow("s3:Get*"), allow("s3:GetObject*")))).toEqual(["change", "add"]);
    expect(changes(policy(allow("s3:Get*"), allow("s3:GetObject*")), policy(get))).toEqual([
      "remove",
      "change",
    ]);
  });

  it("is less like one that has much more", () => {
    const much = allow(["s3:GetObject", "s3:A", "s3:B", "s3:C", "s3:D"]);
    const near = allow("s3:GetObjectAcl");
    expect(diffStatements(policy(get), policy(much, near))).toEqual([
      { change: "change", sid: null, before: get, after: near },
      { change: "add", sid: null, before: null, after: much },
    ]);
  });

  it("is one of those that have its Sid", () => {
    const twice = policy(named("A", allow("s3:A")), named("A", allow("s3:B")));
    expect(changes(policy(named("A", get)), twice)).toEqual(["change A", "add A"]);
  });

  it("with another Sid is paired by what it has, and called by the new one", () => {
    expect(changes(policy(named("A", get)), policy(named("B", allow("s3:Get*"))))).toEqual(["change B"]);
  });
});

describe("changes", () => {
  it("come in order: removals, changes, additions, each as in its document", () => {
    const before = policy(named("a", run), named("b", get), named("c", allow("x:X", "x")), named("d", put));
    const after = policy(
      named("e", allow("y:Y", "y")),
      named("d", get),
      named("f", allow("z:Z", "z")),
      named("b", put),
    );
    expect(changes(before, after)).toEqual([
      "remove a",
      "remove c",
      "change d",
      "change b",
      "add e",
      "add f",
    ]);
  });

  it("of a first or last document are all its statements", () => {
    expect(diffStatements(null, policy(get))).toEqual([
      { change: "add", sid: null, before: null, after: get },
    ]);
    expect(diffStatements(policy(get), null)).toEqual([
      { change: "remove", sid: null, before: get, after: null },
    ]);
    expect(diffStatements(null, null)).toEqual([]);
  });

  it("take any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const both = {
          Statement: [a, b, { Action: a, Condition: { o: b }, Sid: a }, { Condition: a, x: b }],
        };
        expect(diffStatements(both, both)).toEqual([]);
        diffStatements({ Statement: a }, both);
      }),
    );
  });

  it("of a document that is nested without end are found", () => {
    const deep = (n: number): PolicyJson => policy({ ...get, x: JSON.parse("[".repeat(n) + "]".repeat(n)) });
    expect(changes(deep(3), deep(30_000))).toEqual(["change"]);
  });

  it("of 32 KiB cost little", () => {
    const many = (from: number): PolicyJson =>
      policy(...Array.from({ length: 600 }, (_, i) => allow(`s3:A${from + i}`, `r${i}`)));
    const start = performance.now();
    expect(changes(many(0), many(1_000))).toHaveLength(600);
    // Every statement with every other one takes five times as long.
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
