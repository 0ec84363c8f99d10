/** One grant with every id and name that AWS or the catalog knows; what nobody knows is null. */
export interface GrantRow {
  readonly instanceArn: string;
  readonly principalType: "GROUP" | "USER";
  readonly principalId: string | null;
  readonly principalName: string | null;
  readonly permissionSetArn: string | null;
  readonly permissionSet: string | null;
  readonly targetType: "AWS_ACCOUNT";
  /** 12 digits. */
  readonly targetId: string;
  readonly targetName: string | null;
}
