const passRole = ["iam:PassRole", "ec2:RunInstances"];
const anyGroup = ["identitystore:CreateGroupMembership"];

/**
 * AWS managed policies that give everything, or let people give themselves everything: name -> the actions
 * by which, on every resource. Source: what the lint finds in AWS's documents; a test compares them.
 */
export const administratorPolicies: ReadonlyMap<string, readonly string[]> = new Map([
  ["AdministratorAccess", ["*"]],
  [
    "AdministratorAccess-Amplify",
    ["iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy"],
  ],
  ["AmazonDynamoDBFullAccesswithDataPipeline", passRole],
  ["AmazonElasticMapReduceFullAccess", passRole],
  ["AmazonElasticMapReduceRole", passRole],
  ["AWSElasticBeanstalkService", ["iam:PassRole", "cloudformation:CreateStack"]],
  ["AWSManagedAccountUserEntitlementAccess", anyGroup],
  ["AWSManagedSettingsAdminAccess", anyGroup],
  ["AWSMcpServiceActionsFullAccess", ["*"]],
  ["AWSOrganizationsFullAccess", ["organizations:*"]],
  ["AWSSSODirectoryAdministrator", anyGroup],
  ["AWSSSOMasterAccountAdministrator", ["sso:*", ...anyGroup]],
  ["AWSSSOMemberAccountAdministrator", ["sso:*", ...anyGroup]],
  ["IAMFullAccess", ["iam:*"]],
]);
