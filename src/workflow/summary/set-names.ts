import { resourceType } from "../../access/address.js";
import { setAddresses } from "../../access/declared-addresses.js";
import type { AccessModel } from "../../access/model.js";
import { asText } from "../../terraform/json.js";
import type { Plan, PlannedChange } from "../../terraform/plan-json.js";
import type { State } from "../../terraform/state-json.js";

/** Permission sets by what a plan says of them. */
export interface SetNames {
  /** The set that an object is, or is attached to; null when neither an address nor an ARN says so. */
  readonly of: (change: PlannedChange) => string | null;
  /** The name after the plan; the ARN itself when nobody knows it. */
  readonly now: (arn: string) => string;
  /** The name before the plan, which a replacement can change; the ARN itself when nobody knows it. */
  readonly before: (arn: string) => string;
}

/** Names from the model by address; else from the plan, and from the state for sets that are gone from AWS. */
export function setNames(plan: Plan, model: AccessModel, state: State): SetNames {
  const declared = new Map(
    model.permissionSets.flatMap((set) => setAddresses(set).map((address) => [address, set.name] as const)),
  );
  const before = new Map<string, string>();
  for (const { type, values } of state.resources)
    if (type === resourceType.permissionSet) remember(before, values["arn"], values["name"]);
  const now = new Map(before);
  for (const change of plan.changes) {
    if (change.type !== resourceType.permissionSet) continue;
    remember(before, change.before?.["arn"], change.before?.["name"]);
    const name = declared.get(change.address) ?? change.before?.["name"] ?? change.after?.["name"];
    for (const values of [change.before, change.after]) remember(now, values?.["arn"], name);
  }
  const nameOf = (change: PlannedChange): string | null => {
    const own = declared.get(change.address);
    if (own !== undefined) return own;
    if (change.type === resourceType.permissionSet) return textOf(change, "name");
    const arn = textOf(change, "permission_set_arn");
    return arn === null ? null : (now.get(arn) ?? arn);
  };
  return { of: nameOf, now: (arn) => now.get(arn) ?? arn, before: (arn) => before.get(arn) ?? arn };
}

function remember(names: Map<string, string>, arn: unknown, name: unknown): void {
  if (typeof arn === "string" && typeof name === "string") names.set(arn, name);
}

function textOf({ before, after }: PlannedChange, key: string): string | null {
  return asText(before?.[key]) ?? asText(after?.[key]);
}
