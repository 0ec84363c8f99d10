import { describe, expect, it } from "vitest";
import { lintJson, lintStatements } from "./lint-json.js";

const allow = (Action: unknown, Resource: unknown = "*", more = {}): object => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const deny = (Action: unknown, Resource: unknown = "*", more = {}): object => ({
  ...allow(Action, Resource, more),
  Effect: "Deny",
});
const mfa = { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } };
const start = allow("lambda:CreateFunction");

/** Codes alone, as one text. */
function codes(...statements: readonly unknown[]): string {
  return lintStatements(...statements)
    .map((line) => line.slice(0, 6))
    .join(" ");
}

describe("more access", () => {
  it.each([
    ["every role", [allow("iam:PutRolePolicy", "arn:aws:iam::*:role/*")], "IDC342"],
    ["every role of an account", [allow("iam:PutRolePolicy", "arn:aws:iam::111111111111:role/*")], "IDC342"],
    ["everything in IAM", [allow("iam:PutRolePolicy", "arn:aws:iam::*")], "IDC342"],
    [
      "every resource but one",
      [{ ...allow("iam:PutRolePolicy"), Resource: undefined, NotResource: "arn:aws:iam::*:role/a" }],
      "IDC342",
    ],
    [
      "every resource but roles",
      [{ ...allow("iam:PutRolePolicy"), Resource: undefined, NotResource: "arn:aws:iam::*:role/*" }],
      "",
    ],
    ["roles of a path", [allow("iam:PutRolePolicy", "arn:aws:iam::*:role/team/*")], ""],
    ["no role", [allow("iam:PutRolePolicy", "arn:aws:iam::*:role/")], ""],
    ["users, for an action on roles", [allow("iam:PutRolePolicy", "arn:aws:iam::*:user/*")], ""],
    ["another service", [allow("iam:PutRolePolicy", "arn:aws:s3:::*")], ""],
    ["a condition", [allow("iam:PutRolePolicy", "*", mfa)], ""],
    ["an empty condition", [allow("iam:PutRolePolicy", "*", { Condition: {} })], "IDC342"],
    ["a deny", [allow("iam:PutRolePolicy"), deny("iam:*")], ""],
    [
      "a deny of all but others",
      [allow("iam:PutRolePolicy"), { ...deny(""), Action: undefined, NotAction: "s3:*" }],
      "",
    ],
    [
      "a deny of all but this",
      [allow("iam:PutRolePolicy"), { ...deny(""), Action: undefined, NotAction: "iam:*" }],
      "IDC342",
    ],
    ["a deny under a condition", [allow("iam:PutRolePolicy"), deny("iam:*", "*", mfa)], "IDC342"],
    ["a deny on some", [allow("iam:PutRolePolicy"), deny("iam:*", "arn:aws:iam::*:role/a")], "IDC342"],
  ])("iam:PutRolePolicy with %s", (_name, statements, expected) => {
    expect(codes(...statements)).toBe(expected);
  });

  it.each([
    ["something to start", [allow("iam:PassRole"), start], "IDC342"],
    [
      "something to start on one resource",
      [allow("iam:PassRole"), allow("ecs:RunTask", "arn:aws:ecs:*:*:task-definition/a:*")],
      "IDC342",
    ],
    ["nothing to start", [allow("iam:PassRole")], ""],
    ["a start under a condition", [allow("iam:PassRole"), { ...start, ...mfa }], ""],
    ["a start that is denied", [allow("iam:PassRole"), start, deny("lambda:*")], ""],
    ["one role", [allow("iam:PassRole", "arn:aws:iam::*:role/a"), start], ""],
    [
      "a service",
      [allow("iam:PassRole", "*", { Condition: { StringEquals: { "iam:PassedToService": "a" } } }), start],
      "",
    ],
  ])("iam:PassRole with %s", (_name, statements, expected) => {
    expect(codes(...statements)).toBe(expected);
  });

  it("names the actions of one kind together, and the wildcard they come by", () => {
    expect(lintStatements(allow(["iam:AttachUserPolicy", "iam:Put*Policy"]))).toEqual([
      'IDC342 iam:AttachUserPolicy, iam:PutGroupPolicy, iam:PutRolePolicy and iam:PutUserPolicy (by "iam:Put*Policy") on every resource: people can give themselves any permission',
    ]);
  });
});

describe("full access", () => {
  it.each([
    [[allow("*")], "IDC340"],
    [[allow("*:*")], "IDC340"],
    [[allow("*", "*", mfa)], "IDC340"],
    [[allow("*", "arn:aws:s3:::*")], ""],
    [[deny("*")], ""],
    [[allow("iam:*")], "IDC340"],
    [[allow("iam:*", "*", mfa)], ""],
    [[allow("iam:*", "arn:aws:iam::*:role/team/*")], ""],
    [[allow("IAM:*"), deny("iam:*")], ""],
    [[allow("iam:*"), deny("iam:Put*")], "IDC340"],
    [[allow(["constructor:*", "__proto__:*"])], "IDC332 IDC331"],
  ])("of %j: %s", (statements, expected) => {
    expect(
      codes(...statements)
        .split(" ")
        .toSorted(),
    ).toEqual(expected.split(" ").toSorted());
  });

  it("by NotAction names what gives more, but not what is denied", () => {
    const all = { Effect: "Allow", NotAction: ["iam:*", "sso:*", "identitystore:*"], Resource: "*" };
    const message = "IDC341 NotAction in an Allow allows every other action of AWS, now and later";
    expect(lintStatements(all)).toEqual([
      `${message}, among them sts:AssumeRole and lambda:UpdateFunctionCode`,
    ]);
    expect(lintStatements(all, deny("sts:*"))).toEqual([`${message}, among them lambda:UpdateFunctionCode`]);
    expect(lintStatements(all, deny(["sts:*", "lambda:*"]))).toEqual([message]);
  });
});

describe("root sessions", () => {
  const task = {
    Condition: { StringEquals: { "STS:taskPolicyArn": "arn:aws:iam::aws:policy/root-task/x" } },
  };

  it.each([
    [[allow("sts:AssumeRoot")], "IDC343"],
    [[allow("sts:AssumeRoot", "arn:aws:iam::111111111111:root")], "IDC343"],
    [[allow("sts:AssumeRoot", "arn:aws:iam::*")], "IDC343"],
    [[allow("sts:AssumeRoot", "*", mfa)], "IDC343"],
    [[allow("sts:AssumeRoot", "*", task)], ""],
    [[allow("sts:Assume*", "arn:aws:iam::111111111111:role/a")], ""],
    [[allow("sts:AssumeRoot", "arn:aws:s3:::*")], ""],
    [[{ ...allow("sts:AssumeRoot"), Resource: undefined, NotResource: "arn:aws:iam::*:role/a" }], "IDC343"],
    [[allow("sts:AssumeRoot"), deny("sts:AssumeRoot")], ""],
    [[deny("sts:AssumeRoot")], ""],
  ])("of %j: %j", (statements, expected) => {
    expect(codes(...statements)).toBe(expected);
  });
});

describe("conditions", () => {
  const onInstance = { Condition: { StringEquals: { "ec2:InstanceType": "t3.micro" } } };

  it.each([
    [allow("s3:GetObject", "*", onInstance), "IDC338"],
    [allow(["s3:GetObject", "ec2:StartInstances"], "*", onInstance), ""],
    [allow("*", "arn:aws:s3:::*", onInstance), ""],
    [allow(["s3:GetObject", 7], "*", onInstance), ""],
    [allow(["s3:GetObject", "new-service:Get"], "*", onInstance), "IDC332"],
    [{ Effect: "Deny", NotAction: "s3:GetObject", Resource: "*", ...onInstance }, ""],
    [
      allow("sts:AssumeRole", "arn:aws:iam::*:role/a", { Condition: { StringEquals: { "saml:aud": "x" } } }),
      "",
    ],
    [allow("s3:GetObject", "*", { Condition: { StringEquals: { "oidc.eks.example:sub": "x" } } }), ""],
    [allow("s3:GetObject", "*", { Condition: { Null: { "aws:${x}": "true" } } }), ""],
    [allow("s3:GetObject", "*", { Condition: { NumericLessThan: { "aws:EpochTime": "1" } } }), "IDC339"],
    [allow("s3:GetObject", "*", { Condition: { DateLessThan: { "aws:EpochTime": "1" } } }), ""],
    [allow("s3:GetObject", "*", { Condition: { DateLessThan: { "aws:MultiFactorAuthAge": "1" } } }), ""],
    [allow("s3:GetObject", "*", { Condition: { Nothing: { "aws:EpochTime": "1" } } }), "IDC335"],
  ])("%j: %s", (statement, expected) => {
    expect(codes(statement)).toBe(expected);
  });

  it("are compared with as many keys as AWS has, but only for the first mistakes of a policy", () => {
    const wrong = Array.from({ length: 25 }, (_, i) => `s3:GetObjec${"t".repeat(i + 2)}`);
    const suggested = lintStatements(allow(wrong)).filter((line) => line.includes("did you mean"));
    expect(lintStatements(allow(wrong))).toHaveLength(25);
    expect(suggested.length).toBeGreaterThan(0);
    expect(
      lintStatements(allow([...Array.from({ length: 20 }, (_, i) => `s3:No${i}`), "s3:GetObjekt"])).at(-1),
    ).toBe(`IDC332 "s3:GetObjekt" is not in AWS's list of actions`);
  });
});

describe("suggestions", () => {
  it.each([
    ["s3:GetObjekt", "s3:GetObject"],
    ["iam:AssumeRole", "sts:AssumeRole"],
    ["ec2:Descripe*", "ec2:Describe*"],
    ["s3:TagResources", "s3:TagResource"],
    ["ec2:DescribeInstance", "ec2:DescribeInstances"],
    ["iam:ListPolicyVersion", "iam:ListPolicyVersions"],
  ])("for %s: %s", (wrong, meant) => {
    expect(lintStatements(allow(wrong)).join()).toContain(`did you mean "${meant}"?`);
  });
});

it("never sends people to one of several services", () => {
  expect(lintStatements(allow("iam:TagResource")).join()).not.toContain(':TagResource"?');
});

describe("versions", () => {
  const username = "arn:aws:s3:::home/$" + "{aws:username}/*";

  it.each([
    ["2012-10-17", { Resource: username }, []],
    ["2008-10-17", { Resource: "*" }, []],
    ["2008-10-17", { Resource: username }, ["IDC330"]],
    ["2008-10-17", { NotResource: username }, ["IDC330"]],
    ["2008-10-17", { Resource: "*", Condition: { ArnLike: { "aws:SourceArn": [username] } } }, ["IDC330"]],
    [undefined, { Resource: "*" }, ["IDC330"]],
  ])("%s with %j: %j", (Version, more, expected) => {
    const policy = { Version, Statement: { Effect: "Allow", Action: "s3:GetObject", ...more } };
    expect(lintJson(policy).map((d) => d.code)).toEqual(expected);
  });
});

describe("partitions", () => {
  const policy = (Resource: string): unknown => ({
    Version: "2012-10-17",
    Statement: allow("s3:GetObject", Resource),
  });

  it.each([
    ["arn:aws-cn:s3:::a", "aws-cn", []],
    ["arn:*:s3:::a", "aws-cn", []],
    ["arn:aws*:s3:::a", "aws-us-gov", []],
    ["arn:aws:s3:::a", "aws-cn", ["IDC334"]],
  ])("%s in %s: %j", (resource, partition, expected) => {
    expect(lintJson(policy(resource), partition).map((d) => d.code)).toEqual(expected);
  });
});
