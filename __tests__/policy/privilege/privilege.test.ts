import { expect, it } from "vitest";
import { privilegeOf } from "../../../src/policy/privilege/privilege.js";

const managed = (name: string): string => `arn:aws:iam::aws:policy/${name}`;
const allow = (...Action: readonly string[]) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action, Resource: "*" }],
});
const nothing = { managedPolicies: [], customerManagedPolicies: [], inlinePolicy: null };

it.each([
  ["read", {}],
  ["read", { managedPolicies: [managed("ReadOnlyAccess"), managed("job-function/ViewOnlyAccess")] }],
  ["read", { inlinePolicy: allow("s3:Get*", "ec2:DescribeInstances") }],
  ["write", { inlinePolicy: allow("s3:Get*", "s3:PutObject") }],
  ["write", { inlinePolicy: allow("s3:*") }],
  [
    "write",
    { inlinePolicy: { Statement: { Effect: "Allow", NotAction: "iam:*", Resource: "arn:aws:s3:::a" } } },
  ],
  ["write", { managedPolicies: [managed("ReadOnlyAccess"), managed("PowerUserAccess")] }],
  ["write", { managedPolicies: [managed("ReadOnlyAccess")], customerManagedPolicies: ["/Deploy"] }],
  ["read", { inlinePolicy: { Statement: [{ Effect: "Deny", Action: "s3:PutObject", Resource: "*" }] } }],
  ["root", { inlinePolicy: allow("sts:AssumeRoot") }],
  ["admin", { managedPolicies: [managed("AdministratorAccess")], inlinePolicy: allow("sts:AssumeRoot") }],
  ["admin", { inlinePolicy: allow("*") }],
] as const)("%s: %j", (privilege, policies) => {
  expect(privilegeOf({ ...nothing, ...policies })).toBe(privilege);
});
