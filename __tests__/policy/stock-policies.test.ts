import { describe, expect, it } from "vitest";
import { loadVars } from "../catalog/in-memory.js";
import { lintJson } from "./lint-json.js";

const { catalog } = loadVars({
  tf_access_bucket_arn: "arn:aws:s3:::acme-tfstate",
  tf_access_role_arn: "arn:aws:iam::111111111111:role/acme-tfstate",
  tf_access_dynamodb_table_arn: "arn:aws:dynamodb:us-east-1:111111111111:table/acme-tfstate",
  aws_teams_accessible: ["devops"],
  identity_roles_accessible: ["admin"],
  identity_role_arn_template: "arn:aws:iam::222222222222:role/acme-gbl-identity-%s",
  optional_permission_sets: ["TerraformUpdateAccess", "PartnerCentralAccountManagementUserRoleAssociation"],
});

describe("the stock sets", () => {
  const policies = (catalog?.permissionSets ?? []).flatMap(({ name, inlinePolicy }) =>
    inlinePolicy === null ? [] : [{ name, inlinePolicy }],
  );
  const found = policies.flatMap(({ name, inlinePolicy }) =>
    lintJson(inlinePolicy).map((d) => `${name}: ${d.severity} ${d.code} ${d.message}`),
  );

  it("have policies to lint", () => {
    expect(policies.length).toBeGreaterThan(6);
  });

  // As in the reference: a team's set enters any role that lets it in, and nothing begins with eks:Get.
  it("give no error, and these warnings", () => {
    expect(found).toEqual([
      "IdentityDevopsTeamAccess: warning IDC342 sts:AssumeRole on every resource: people can enter every role that trusts the account, in other accounts too",
      'ReadOnlyAccess: warning IDC332 "eks:Get*" covers no action of AWS\'s list',
    ]);
  });
});
