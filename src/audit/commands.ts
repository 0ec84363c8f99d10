import type { Instance } from "../directory/directory.js";
import type { LiveAssignment } from "../directory/live-access.js";

/** The command of the AWS CLI that takes away this grant and nothing else. */
export function removalCommand({ arn, region }: Instance, grant: LiveAssignment): string {
  return [
    `aws sso-admin delete-account-assignment --region ${region} --instance-arn ${arn}`,
    `--permission-set-arn ${grant.permissionSetArn} --target-type AWS_ACCOUNT --target-id ${grant.accountId}`,
    `--principal-type ${grant.principalType} --principal-id ${grant.principalId}`,
  ].join(" ");
}

/** The command that brings a permission set to every account that has an older version of it. */
export function provisionCommand({ arn, region }: Instance, permissionSetArn: string): string {
  return `aws sso-admin provision-permission-set --region ${region} --instance-arn ${arn} --permission-set-arn ${permissionSetArn} --target-type ALL_PROVISIONED_ACCOUNTS`;
}

/** The command that deletes a permission set nobody has. */
export function deletionCommand({ arn, region }: Instance, permissionSetArn: string): string {
  return `aws sso-admin delete-permission-set --region ${region} --instance-arn ${arn} --permission-set-arn ${permissionSetArn}`;
}
