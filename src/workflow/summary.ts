import { assignmentAddress, resourceType } from "../access/address.js";
import { compareGrants } from "../access/expand.js";
import type { AccessModel, PrincipalType } from "../access/model.js";
import type { Directory } from "../directory/directory.js";
import type { Plan, PlannedAction, PlannedChange, ResourceCounts } from "../terraform/plan-json.js";
import type { State } from "../terraform/state-json.js";

/** One grant that a plan adds, takes away or adopts. */
export interface PlannedGrant {
  readonly change: "add" | "remove" | "replace" | "adopt";
  readonly accountId: string;
  readonly accountName: string;
  readonly principalType: PrincipalType;
  readonly principalName: string;
  readonly permissionSet: string;
}

/** Anything but a change of a grant: a permission set, one of its policies, a group, or a grant's new address. */
export interface PlannedObject {
  readonly change: PlannedAction | "adopt";
  readonly address: string;
}

/** A plan in terms of access. */
export interface PlanSummary {
  /** Sorted by account id, principal and set. */
  readonly grants: readonly PlannedGrant[];
  /** In Terraform's order. */
  readonly objects: readonly PlannedObject[];
  readonly resources: ResourceCounts;
}

/** Reads a plan as access; names come from the model, the directory and the state. */
export function summarize(plan: Plan, model: AccessModel, directory: Directory, state: State): PlanSummary {
  const changes = plan.changes.filter((c) => c.action !== "no-op" && c.action !== "read");
  const nameOf = grantNames(model, directory, state);
  return {
    grants: changes
      .filter((c) => c.type === resourceType.assignment && c.action !== "move")
      .map(nameOf)
      .sort(compareGrants),
    objects: changes
      .filter((c) => c.type !== resourceType.assignment || c.action === "move")
      .map((c) => ({ change: c.action === "import" ? "adopt" : c.action, address: c.address })),
    resources: plan.resourceCounts,
  };
}

function grantNames(
  model: AccessModel,
  directory: Directory,
  state: State,
): (change: PlannedChange) => PlannedGrant {
  const declared = new Map(
    model.grants.map((g) => [`${resourceType.assignment}.${assignmentAddress(g)}`, g]),
  );
  const principals = new Map([
    ...directory.groups.map((g) => [g.id, g.displayName] as const),
    ...directory.users.map((u) => [u.id, u.userName] as const),
  ]);
  const accounts = new Map(directory.accounts.map((a) => [a.id, a.name]));
  const sets = new Map(
    state.resources
      .filter((r) => r.type === resourceType.permissionSet)
      .map((r) => [String(r.values["arn"]), String(r.values["name"])]),
  );
  return (change) => {
    const values = change.before ?? change.after ?? {};
    const text = (key: string): string => String(values[key] ?? "");
    const grant = declared.get(change.address);
    const accountId = grant?.accountId ?? text("target_id");
    const principalId = text("principal_id");
    const arn = text("permission_set_arn");
    return {
      change: kindOf(change),
      accountId,
      accountName: grant?.accountName ?? accounts.get(accountId) ?? accountId,
      principalType: grant?.principalType ?? (text("principal_type") === "USER" ? "USER" : "GROUP"),
      principalName: grant?.principalName ?? principals.get(principalId) ?? principalId,
      permissionSet: grant?.permissionSet ?? sets.get(arn) ?? arn,
    };
  };
}

function kindOf({ action }: PlannedChange): PlannedGrant["change"] {
  if (action === "create") return "add";
  if (action === "delete" || action === "forget") return "remove";
  return action === "import" ? "adopt" : "replace";
}
