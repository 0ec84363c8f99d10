import type { AccessModel, PermissionSet } from "../../src/access/model.js";
import type { AuditFacts } from "../../src/audit/facts.js";
import { compareText } from "../../src/diagnostic/order.js";
import type { AllAccess, LiveSet } from "../../src/directory/all-access.js";
import type { Directory } from "../../src/directory/directory.js";
import type { LiveAssignment } from "../../src/directory/live-access.js";
import { compareAssignments } from "../../src/directory/read-live-access.js";
import { readState, type State } from "../../src/terraform/state-json.js";
import { catalogOf } from "../doubles/catalog.js";
import { account, directoryOf, instanceArn, managementAccountId } from "../doubles/directory.js";
import { clock, modelOf } from "../doubles/facts.js";

export const root = managementAccountId;
export const [dev, prod] = ["100000000002", "100000000003"] as const;

/** An organization of three accounts, with groups and users that nobody has to use. */
export const directory = directoryOf({
  accounts: [account(root, "root"), account(dev, "dev"), account(prod, "prod")],
  groups: ["Admins", "Devs", "Ops"],
  users: ["jo", "sam"],
});

/** The ARN of the set of this name. */
export function arnOf(set: string): string {
  return `arn:aws:sso:::permissionSet/ssoins-7223aaaabbbbcccc/ps-${set}`;
}

/** A set that AWS has, with nothing in it. */
export function liveSet(name: string, more: Partial<LiveSet> = {}): LiveSet {
  return {
    arn: arnOf(name),
    name,
    description: null,
    sessionDuration: "PT1H",
    relayState: null,
    tags: {},
    managedPolicies: [],
    customerManagedPolicies: [],
    inlinePolicy: null,
    permissionsBoundary: null,
    accountIds: [],
    outdatedIn: [],
    ...more,
  };
}

/** An assignment of a group, by id. */
export function assigned(
  accountId: string,
  set: string,
  principalId: string,
  principalType: LiveAssignment["principalType"] = "GROUP",
): LiveAssignment {
  return { accountId, permissionSetArn: arnOf(set), principalType, principalId };
}

/** AWS as a deploy of the model leaves it. */
export function deployed(model: AccessModel, { groups, users }: Directory): AllAccess {
  const ids = new Map([
    ...groups.map((g) => [`GROUP ${g.displayName}`, g.id] as const),
    ...users.map((u) => [`USER ${u.userName}`, u.id] as const),
  ]);
  const assignments = model.grants.map(({ accountId, permissionSet, principalType, principalName }) => {
    const id = ids.get(`${principalType} ${principalName}`) ?? "";
    return assigned(accountId, permissionSet, id, principalType);
  });
  return accessOf(model.permissionSets.map(liveOf), assignments);
}

function liveOf(set: PermissionSet): LiveSet {
  const { inlinePolicy, sessionDuration, ...same } = set;
  return {
    ...liveSet(set.name),
    ...same,
    sessionDuration: sessionDuration ?? "PT1H",
    inlinePolicy: inlinePolicy === null ? null : JSON.stringify(inlinePolicy),
  };
}

/** A reading of these; where the sets are provisioned follows from the assignments. */
export function accessOf(sets: readonly LiveSet[], assignments: readonly LiveAssignment[]): AllAccess {
  const where = (arn: string): readonly string[] => [
    ...new Set(assignments.filter((a) => a.permissionSetArn === arn).map((a) => a.accountId)),
  ];
  return {
    sets: sets
      .map((set) => ({ ...set, accountIds: [...where(set.arn)].sort(compareText) }))
      .sort((a, b) => compareText(a.name, b.name)),
    assignments: [...assignments].sort(compareAssignments),
    reading: { method: "pairs", complete: true, calls: {}, seconds: 1 },
  };
}

/** A state that has these sets and assignments. */
export function recorded({ sets, assignments }: Pick<AllAccess, "sets" | "assignments">): State {
  const resources = [
    ...sets.map((set) => ({
      ...{ mode: "managed", type: "aws_ssoadmin_permission_set" },
      address: `aws_ssoadmin_permission_set.${set.name}`,
      values: { arn: set.arn, name: set.name, instance_arn: instanceArn },
    })),
    ...assignments.map((a, i) => ({
      ...{ mode: "managed", type: "aws_ssoadmin_account_assignment" },
      address: `aws_ssoadmin_account_assignment.a${i}`,
      values: {
        ...{ instance_arn: instanceArn, target_id: a.accountId, permission_set_arn: a.permissionSetArn },
        ...{ principal_type: a.principalType, principal_id: a.principalId },
      },
    })),
  ];
  return readState({ values: { root_module: { resources } } });
}

/** What an audit looks at right after a deploy of a catalog with these `vars`, with `change` made to it. */
export function factsAfter(
  vars: Readonly<Record<string, unknown>>,
  change: (facts: AuditFacts) => Partial<AuditFacts> = () => ({}),
  world: Directory = directory,
): AuditFacts {
  const catalog = catalogOf(vars);
  const model = modelOf(catalog, world);
  const live = deployed(model, world);
  const facts: AuditFacts = {
    ...{ catalog, model, live, clock },
    directory: world,
    state: recorded(live),
    formerNames: new Map(model.principals.map(({ id, name }) => [id ?? "", [name]])),
    members: null,
  };
  return { ...facts, ...change(facts) };
}

/** The same access without some assignments, and with others. */
export function withAssignments(
  { live }: AuditFacts,
  change: (assignments: readonly LiveAssignment[]) => readonly LiveAssignment[],
): Pick<AuditFacts, "live"> {
  return { live: accessOf(live.sets, change(live.assignments)) };
}

/** The same access with one set changed. */
export function withSet(
  { live }: AuditFacts,
  name: string,
  change: Partial<LiveSet>,
): Pick<AuditFacts, "live"> {
  const sets = live.sets.map((set) => (set.name === name ? { ...set, ...change } : set));
  return { live: { ...live, sets } };
}
