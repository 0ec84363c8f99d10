import type { PermissionSet } from "../permission-set.js";
import type { StockFacts } from "./facts.js";
import { allow, awsManaged, permissionSet, policy } from "./policy-json.js";

const rootTasks = [
  "IAMAuditRootUserCredentials",
  "IAMCreateRootUserPassword",
  "IAMDeleteRootUserCredentials",
  "S3UnlockBucketPolicy",
  "SQSUnlockQueuePolicy",
];

const dnsActions = [
  "route53:ChangeResourceRecordSets",
  "route53:CreateHealthCheck",
  "route53:CreateTrafficPolicy",
  "route53:CreateTrafficPolicyInstance",
  "route53:CreateTrafficPolicyVersion",
  "route53:DeleteHealthCheck",
  "route53:DeleteTrafficPolicy",
  "route53:DeleteTrafficPolicyInstance",
  "route53:Get*",
  "route53:List*",
  "route53:UpdateHealthCheck",
  "route53:UpdateTrafficPolicyComment",
  "route53:UpdateTrafficPolicyInstance",
  "route53domains:List*",
];

/** The sets that exist in every instance, as Cloud Posse's component defines them. */
export function alwaysSets(facts: StockFacts): readonly PermissionSet[] {
  const { partition, sessionDuration, tags } = facts;
  const common = { sessionDuration, tags };
  const managed = (...names: readonly string[]): readonly string[] =>
    names.map((n) => awsManaged(partition, n)).sort();
  return [
    permissionSet("AdministratorAccess", "Full access to the account", {
      ...common,
      managedPolicies: managed("AdministratorAccess"),
    }),
    permissionSet("BillingAdministratorAccess", "Manage billing, cost management and support cases", {
      ...common,
      managedPolicies: managed("job-function/Billing", "AWSSupportAccess"),
      relayState: "https://console.aws.amazon.com/billing/",
    }),
    permissionSet("BillingReadOnlyAccess", "Read billing and cost management, open support cases", {
      ...common,
      managedPolicies: managed("AWSBillingReadOnlyAccess", "AWSSupportAccess"),
    }),
    permissionSet("DNSRecordAdministratorAccess", "Edit DNS records, but not zones, in Route 53", {
      ...common,
      managedPolicies: managed("AWSSupportAccess"),
      inlinePolicy: policy(allow("AllowDNS", dnsActions, ["*"])),
      relayState: "https://console.aws.amazon.com/route53/",
    }),
    permissionSet("PowerUserAccess", "Everything except users, groups and permissions", {
      ...common,
      managedPolicies: managed("PowerUserAccess", "AWSSupportAccess"),
    }),
    permissionSet("ReadOnlyAccess", "Read everything, Kubernetes on EKS included", {
      ...common,
      managedPolicies: managed("ReadOnlyAccess", "AWSSupportAccess"),
      inlinePolicy: policy(
        allow("AllowEKSView", ["eks:Get*", "eks:Describe*", "eks:List*", "eks:Access*"], ["*"]),
      ),
    }),
    permissionSet(
      "RootAccess",
      "Centralized root access: short root sessions in member accounts, one task each",
      {
        sessionDuration,
        inlinePolicy: policy({
          ...allow("AssumeRootAccess", "sts:AssumeRoot", `arn:${partition}:iam::*:root`),
          Condition: {
            StringEquals: {
              "sts:TaskPolicyArn": rootTasks.map((t) => awsManaged(partition, `root-task/${t}`)),
            },
          },
        }),
      },
    ),
  ];
}
