import type { AssignmentIndex, OperationLog, PermissionSetRecord } from "./access.js";
import type { Groups, Memberships, Users } from "./identity-store.js";
import type { OrganizationRecord } from "./organization.js";

/** Tags of one resource, key to value. */
export type Tags = Record<string, string>;

/** The Identity Center instance. */
export interface InstanceRecord {
  readonly arn: string;
  readonly identityStoreId: string;
  readonly ownerAccountId: string;
  readonly region: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  tags: Tags;
}

/**
 * Everything the sandbox remembers; its state file is this as JSON. Unlike the rest of the program it
 * is changed in place, by the operations alone, since it is the database they stand for.
 */
export interface World {
  readonly version: 1;
  readonly instance: InstanceRecord;
  readonly organization: OrganizationRecord;
  readonly groups: Groups;
  readonly users: Users;
  readonly memberships: Memberships;
  /** By ARN. */
  readonly permissionSets: Record<string, PermissionSetRecord>;
  readonly assignments: AssignmentIndex;
  readonly operations: OperationLog;
}
