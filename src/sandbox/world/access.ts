import type { Tags } from "./world.js";

/** A customer managed policy, by name and path. */
export interface PolicyReference {
  readonly Name: string;
  readonly Path: string;
}

/** The permissions boundary: exactly one of the two. */
export interface BoundaryRecord {
  readonly ManagedPolicyArn?: string;
  readonly CustomerManagedPolicyReference?: PolicyReference;
}

/** A permission set with everything in it. */
export interface PermissionSetRecord {
  readonly arn: string;
  readonly name: string;
  description: string | null;
  sessionDuration: string;
  relayState: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  tags: Tags;
  managedPolicies: string[];
  customerManagedPolicies: PolicyReference[];
  inlinePolicy: string | null;
  boundary: BoundaryRecord | null;
  /** Counts up with every change that has to be provisioned. */
  revision: number;
  /** Account id to the revision that was provisioned there last. */
  readonly provisioned: Record<string, number>;
}

/** Permission set ARN -> account id -> `GROUP:<id>` or `USER:<id>`. Nothing empty is kept. */
export type AssignmentIndex = Record<string, Record<string, string[]>>;

/** An asynchronous request. It is IN_PROGRESS until `finishesAt`; then it is what `failure` says. */
export interface OperationRecord {
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly finishesAt: number;
  /** Why it ends in FAILED, or null when it ends in SUCCEEDED. */
  failure: string | null;
  readonly permissionSetArn: string;
  /** 12 digits, or null for ALL_PROVISIONED_ACCOUNTS. */
  readonly accountId: string | null;
  /** `GROUP:<id>` or `USER:<id>`; null for provisioning. */
  readonly principal: string | null;
}

/** The asynchronous requests of late, oldest first, bounded in number. */
export interface OperationLog {
  creation: OperationRecord[];
  deletion: OperationRecord[];
  provisioning: OperationRecord[];
}
