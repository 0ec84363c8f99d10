import type { PrincipalType } from "../../access/model.js";
import type { StatementChange } from "../../policy/diff/statement-change.js";
import type { PlannedAction, ResourceCounts } from "../../terraform/plan-json.js";

/** What happens to a grant, a set or a group; `adopt`: AWS has it already and the state takes it over. */
export type Change = "add" | "remove" | "replace" | "change" | "adopt";

/** One grant that a plan adds, takes away, replaces or adopts. */
export interface PlannedGrant {
  readonly change: Exclude<Change, "change">;
  readonly accountId: string;
  /** The id again when nobody knows the name. */
  readonly accountName: string;
  readonly principalType: PrincipalType;
  /** The id when the principal is gone. */
  readonly principalName: string;
  /** The ARN when nobody knows the name. */
  readonly permissionSet: string;
}

/** A permission set that is made, deleted or changed, policies included. */
export interface PlannedSet {
  readonly change: Change;
  readonly permissionSet: string;
  /** Accounts, groups and users that have the set before or after the plan. */
  readonly accounts: number;
  readonly groups: number;
  readonly users: number;
  /** Sorted by field; empty for a set that is made, deleted or only adopted. */
  readonly fields: readonly FieldChange[];
  /** Of the inline policy; empty for a set that is made, deleted or only adopted. */
  readonly statements: readonly StatementChange[];
}

/** One value of a set that is another one, or is attached (`before` null) or detached (`after` null). */
export interface FieldChange {
  readonly field:
    | "description"
    | "session_duration"
    | "relay_state"
    | "tags"
    | "managed_policies"
    | "customer_managed_policies"
    | "permissions_boundary";
  /** As text: an ARN, `<path><name>`, an ISO-8601 duration, tags as JSON. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A group of the catalog's `groups` that is made, deleted, renamed or adopted. */
export interface PlannedGroup {
  readonly change: Change;
  readonly name: string;
}

/** One thing that people may do after the plan and not before. */
export interface Broadening {
  readonly kind:
    | "grant"
    | "administrator"
    | "management-account"
    | "production"
    | "all-accounts"
    | "policy"
    | "session";
  /** Lower case, without a full stop: `Developers gets AdministratorAccess in plat-prod`. */
  readonly message: string;
}

/** A plan in terms of access. */
export interface PlanSummary {
  /** Sorted by account id, principal and set. */
  readonly grants: readonly PlannedGrant[];
  /** Sorted by name. */
  readonly sets: readonly PlannedSet[];
  /** Sorted by name. */
  readonly groups: readonly PlannedGroup[];
  /** Objects that only get another address in the state, in Terraform's order. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** Objects of a state that are none of the above, in Terraform's order. */
  readonly others: readonly { readonly change: PlannedAction; readonly address: string }[];
  /** Why access is broadened, the gravest first; empty means that it is not. */
  readonly broadening: readonly Broadening[];
  readonly resources: ResourceCounts;
}
