import { resourceType } from "../../access/address.js";
import { grantsByAddress } from "../../access/declared-addresses.js";
import type { AccessModel, Grant, PrincipalType } from "../../access/model.js";
import type { Directory } from "../../directory/directory.js";
import { asText, type JsonObject } from "../../terraform/json.js";
import type { Plan, PlannedChange } from "../../terraform/plan-json.js";
import type { SetNames } from "./set-names.js";

/** Somebody has a set in an account. */
export interface Holding {
  readonly accountId: string;
  readonly principalType: PrincipalType;
  /** The id, so that a renamed group is the same one; the name of one that is yet to be made. */
  readonly principal: string;
  readonly permissionSet: string;
}

/** An assignment of the plan, an unchanged one too. */
export interface PlannedAssignment {
  readonly change: PlannedChange;
  /** What the catalog says of it; null for one that nobody declares. */
  readonly declared: Grant | null;
  /** Null when AWS does not have it. */
  readonly before: Holding | null;
  /** Null when AWS will not have it. */
  readonly after: Holding | null;
}

/** Every assignment of a plan, in Terraform's order. */
export function plannedAssignments(
  plan: Plan,
  model: AccessModel,
  directory: Directory,
  sets: SetNames,
): readonly PlannedAssignment[] {
  const grants = grantsByAddress(model);
  const idOf = principalIds(directory);
  const holding = (values: JsonObject | null, declared: Grant | null): Holding | null => {
    if (values === null) return null;
    const principalType = declared?.principalType ?? principalTypeOf(values);
    const arn = asText(values["permission_set_arn"]);
    return {
      accountId: declared?.accountId ?? asText(values["target_id"]) ?? "",
      principalType,
      principal: asText(values["principal_id"]) ?? idOf(principalType, declared?.principalName ?? ""),
      permissionSet: declared?.permissionSet ?? (arn === null ? "" : sets.now(arn)),
    };
  };
  return plan.changes
    .filter((c) => c.type === resourceType.assignment)
    .map((change) => {
      const declared = grants.get(change.address) ?? null;
      const before = holding(change.before, declared);
      // An assignment that Terraform only forgets stays in AWS.
      const after = change.action === "forget" ? before : holding(change.after, declared);
      return { change, declared, before, after };
    });
}

/** The id of a group or user; its name while there is none. */
export function principalIds(directory: Directory): (type: PrincipalType, name: string) => string {
  const ids = {
    GROUP: new Map(directory.groups.map((g) => [g.displayName, g.id])),
    USER: new Map(directory.users.map((u) => [u.userName, u.id])),
  };
  return (type, name) => ids[type].get(name) ?? name;
}

/** The type that an assignment's attributes say. */
export function principalTypeOf(values: JsonObject): PrincipalType {
  return values["principal_type"] === "USER" ? "USER" : "GROUP";
}

/** One text for one holding. */
export function holdingKey({ accountId, principalType, principal, permissionSet }: Holding): string {
  return JSON.stringify([accountId, principalType, principal, permissionSet]);
}
