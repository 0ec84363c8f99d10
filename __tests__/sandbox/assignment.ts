import type { Clients } from "./support.js";

/** The input that assigns a permission set to a group in an account. */
export function assignmentTo(aws: Clients, PermissionSetArn: string, TargetId: string, group: string) {
  return {
    InstanceArn: aws.InstanceArn,
    PermissionSetArn,
    TargetId,
    TargetType: "AWS_ACCOUNT" as const,
    PrincipalType: "GROUP" as "GROUP" | "USER",
    PrincipalId: aws.groupId(group),
  };
}
