import { assignmentAddress, permissionSetAddress } from "../../../src/access/address.js";
import { readPlan } from "../../../src/terraform/plan-json.js";
import type { GuardFacts } from "../../../src/workflow/guards/guard.js";
import type { PlannedGrant, PlanSummary } from "../../../src/workflow/summary/summary.js";
import { catalogOf } from "../../doubles/catalog.js";
import { account, directoryOf, managementAccountId } from "../../doubles/directory.js";
import { modelOf } from "../../doubles/facts.js";
import { type ChangeJson, change, planJson } from "../../doubles/plan-json.js";
import { summaryOf } from "../../doubles/summary.js";

export const dev = "100000000002";
export const directory = directoryOf({
  accounts: [account(managementAccountId, "root"), account(dev, "dev")],
  groups: ["Admins", "Devs"],
  users: ["jo"],
});

export interface World {
  /** The catalog's `vars` after the plan; default nothing is declared. */
  readonly vars?: Readonly<Record<string, unknown>>;
  readonly changes?: readonly ChangeJson[];
  readonly summary?: Partial<PlanSummary>;
}

/** What guards look at; nothing happens and nothing is declared unless the world says so. */
export function guardFacts({ vars, changes, summary }: World, more: Partial<GuardFacts> = {}): GuardFacts {
  const plan = readPlan(planJson(...(changes ?? [])));
  return {
    plan,
    summary: summaryOf({ resources: plan.resourceCounts, ...summary }),
    model: modelOf(catalogOf(vars ?? {}), directory),
    directory,
    caller: { accountId: managementAccountId, arn: `arn:aws:iam::${managementAccountId}:user/me` },
    callerUser: null,
    moves: { file: "catalog/moves.yaml", exists: true },
    formerNames: new Map(),
    noBroadening: false,
    ...more,
  };
}

export interface Access {
  readonly accountId?: string;
  readonly principalName: string;
  readonly permissionSet: string;
}

/** A change of a group's assignment, or of that of "jo"; accounts are `dev` unless said. */
export function assignment(action: Parameters<typeof change>[0], access: Access): ChangeJson {
  const { accountId = dev, principalName, permissionSet } = access;
  const isUser = principalName === "jo";
  const key = { accountId, principalName, permissionSet, principalType: isUser ? "USER" : "GROUP" } as const;
  return change(action, `aws_ssoadmin_account_assignment.${assignmentAddress(key)}`, {
    target_id: accountId,
    principal_id: `${isUser ? "u" : "g"}-${principalName}`,
    permission_set_arn: arnOf(permissionSet),
  });
}

/** A change of a permission set. */
export function permissionSet(action: Parameters<typeof change>[0], name: string): ChangeJson {
  const address = `aws_ssoadmin_permission_set.${permissionSetAddress(name)}`;
  return change(action, address, { name, arn: arnOf(name) });
}

/** A change of a managed policy of a set. */
export function attachment(action: Parameters<typeof change>[0], set: string, policy: string): ChangeJson {
  const values = { permission_set_arn: arnOf(set), managed_policy_arn: `arn:aws:iam::aws:policy/${policy}` };
  return change(action, `aws_ssoadmin_managed_policy_attachment.${set}-${policy}`, values);
}

/** A change of the inline policy of a set, which allows this action everywhere. */
export function inlinePolicy(action: Parameters<typeof change>[0], set: string, allowed: string): ChangeJson {
  return change(action, `aws_ssoadmin_permission_set_inline_policy.${set}`, {
    permission_set_arn: arnOf(set),
    inline_policy: JSON.stringify(allowing(allowed)),
  });
}

/** A policy document that allows an action everywhere. */
export function allowing(action: string): Readonly<Record<string, unknown>> {
  return { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] };
}

function arnOf(set: string): string {
  return `arn:aws:sso:::permissionSet/ssoins-1/ps-${set}`;
}

/** A grant of the group "Devs" in `dev`, as the summary has it. */
export function plannedGrant(more: Partial<PlannedGrant>): PlannedGrant {
  return {
    change: "remove",
    accountId: dev,
    accountName: "dev",
    principalType: "GROUP",
    principalName: "Devs",
    permissionSet: "ReadOnlyAccess",
    ...more,
  };
}
