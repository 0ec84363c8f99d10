import { describe, expect, it } from "vitest";
import type { StatementChange, StatementJson } from "../../../src/policy/diff/statement-change.js";
import { setParts } from "../../../src/report/plan/sets.js";
import { statementLines } from "../../../src/report/plan/statements.js";
import { setOf } from "../../doubles/summary.js";

const lineOf = (set: ReturnType<typeof setOf>) => setParts([set])[0]?.entries[0]?.line;
const lines = (...changes: readonly StatementChange[]) =>
  statementLines(changes).map(({ mark, text }) => (mark === null ? text : `${mark} ${text}`));
const changed = (before: StatementJson, after: StatementJson) =>
  lines({ change: "change", sid: typeof after["Sid"] === "string" ? after["Sid"] : null, before, after });

describe("a permission set", () => {
  it("says who has it, and leaves out what is none", () => {
    expect(lineOf(setOf("change", { accounts: 12, groups: 3 }))).toBe("Logs: 12 accounts, 3 groups affected");
    expect(lineOf(setOf("remove", { accounts: 1, users: 1 }))).toBe("Logs: 1 account, 1 user affected");
    expect(lineOf(setOf("replace", { accounts: 1, groups: 1 }))).toBe("Logs: 1 account, 1 group affected");
    expect(lineOf(setOf("add", { accounts: 2, users: 2 }))).toBe("Logs: 2 accounts, 2 users");
    expect(lineOf(setOf("adopt"))).toBe("Logs: nobody has it");
  });

  it("that changes in nothing that is shown says where to look", () => {
    const diffOf = (change: "change" | "add") => setParts([setOf(change)])[0]?.entries[0]?.diff;
    expect(diffOf("change")).toEqual([
      { mark: null, text: "no field and no statement of it: see plan.json of the run" },
    ]);
    expect(diffOf("add")).toEqual([]);
  });
});

describe("a statement", () => {
  const statement = {
    Sid: "S",
    Effect: "Allow",
    Action: ["s3:Get*", "s3:List*"],
    Resource: "*",
    Condition: { StringEquals: { "aws:RequestedRegion": ["eu-west-1", "eu-central-1"], "aws:x": true } },
  };
  const { Sid: _, ...unnamed } = statement;

  it("that changed shows only what differs, what was before what is", () => {
    const { Condition: _condition, ...unconditional } = statement;
    expect(
      changed(statement, { ...statement, Action: ["s3:List*", "s3:*"], Resource: ["arn:aws:s3:::a", "*"] }),
    ).toEqual(['statement "S"', "- Action: s3:Get*", "+ Action: s3:*", "+ Resource: arn:aws:s3:::a"]);
    expect(changed(statement, { ...statement, Effect: "Deny" })).toEqual([
      'statement "S"',
      "- Effect: Allow",
      "+ Effect: Deny",
    ]);
    expect(changed(statement, unconditional)).toEqual([
      'statement "S"',
      "- Condition: StringEquals aws:RequestedRegion: eu-west-1",
      "- Condition: StringEquals aws:RequestedRegion: eu-central-1",
      "- Condition: StringEquals aws:x: true",
    ]);
    expect(
      changed(statement, {
        ...statement,
        Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1", "aws:x": "true" } },
      }),
    ).toEqual(['statement "S"', "- Condition: StringEquals aws:RequestedRegion: eu-central-1"]);
  });

  it("compares actions in any letter case, and resources not", () => {
    const before = { Sid: "S", Action: "S3:getobject", NotAction: "A:B", Resource: "a" };
    expect(changed(before, { Sid: "S", Action: "s3:GetObject", NotAction: "a:b", Resource: "A" })).toEqual([
      'statement "S"',
      "- Resource: a",
      "+ Resource: A",
    ]);
  });

  it("without a Sid has its place in the list, and what it is about", () => {
    expect(changed(unnamed, { ...unnamed, Resource: "a" })[0]).toBe("statement 1 (Allow s3:Get*, s3:List*)");
    const more = { Effect: "Deny", NotAction: ["a:a", "b:b", "c:c", "d:d"], Resource: "*" };
    const change = { change: "change", sid: null, before: { ...more, Resource: "a" }, after: more } as const;
    expect(lines({ change: "remove", sid: null, before: unnamed, after: null }, change)).toEqual([
      "statement 1",
      "- Effect: Allow",
      "- Action: s3:Get*",
      "- Action: s3:List*",
      "- Resource: *",
      "- Condition: StringEquals aws:RequestedRegion: eu-west-1",
      "- Condition: StringEquals aws:RequestedRegion: eu-central-1",
      "- Condition: StringEquals aws:x: true",
      "statement 2 (Deny all but a:a, b:b, c:c, …)",
      "- Resource: a",
      "+ Resource: *",
    ]);
  });

  it("that is new or gone is told in full, its Sid once; another Sid is a change", () => {
    const { Condition: _condition, ...short } = statement;
    expect(lines({ change: "add", sid: "S", before: null, after: short })).toEqual([
      'statement "S"',
      "+ Effect: Allow",
      "+ Action: s3:Get*",
      "+ Action: s3:List*",
      "+ Resource: *",
    ]);
    expect(changed({ ...short, Sid: "Old" }, short)).toEqual(['statement "S"', "- Sid: Old", "+ Sid: S"]);
    expect(changed(unnamed, statement)).toEqual(['statement "S"', "+ Sid: S"]);
    expect(changed(statement, unnamed)).toEqual(["statement 1 (Allow s3:Get*, s3:List*)", "- Sid: S"]);
  });

  it("of no known shape is shown as JSON", () => {
    expect(changed({ Sid: "S", Principal: { AWS: "a" } }, { Sid: "S", Action: [{ b: 1 }] })).toEqual([
      'statement "S"',
      '- Principal: {"AWS":"a"}',
      '+ Action: [{"b":1}]',
    ]);
    const odd = { Sid: "S", Condition: { Null: ["x"], Bool: { k: null } } };
    expect(changed(odd, { Sid: "S", Condition: "c" })).toEqual([
      'statement "S"',
      '- Condition: Null: ["x"]',
      "- Condition: Bool k: null",
      "+ Condition: c",
    ]);
  });
});
