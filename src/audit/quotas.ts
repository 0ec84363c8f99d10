import type { AccessModel } from "../access/model.js";
import { limits } from "../catalog/limits.js";
import type { AllAccess, LiveSet } from "../directory/all-access.js";
import type { Directory } from "../directory/directory.js";
import type { QuotaUse } from "./quota-use.js";

/** What is counted. */
export interface Counted {
  readonly live: AllAccess;
  readonly directory: Directory;
  readonly model: AccessModel;
}

type Use = Pick<QuotaUse, "quota" | "used" | "limit" | "raisable" | "next"> &
  Partial<Pick<QuotaUse, "subject" | "place">>;

/** How much of each quota AWS has in use, at the fullest place of each; the fullest first. */
export function quotaUse(counted: Counted): readonly QuotaUse[] {
  const { live, directory } = counted;
  const uses = [
    ...[
      setsPerAccount(counted),
      groupsPerSetAndAccount(counted),
      policiesPerSet(live),
      inlineBytes(live),
    ].filter((use) => use !== null),
    {
      quota: "permission sets",
      used: live.sets.length,
      limit: limits.setsPerInstance,
      raisable: true,
      next: declaredNext(counted),
    },
    {
      quota: "accounts",
      used: directory.accounts.length,
      limit: limits.accounts,
      raisable: true,
      next: "new accounts of the organization count too, whether or not anybody has access",
    },
    {
      quota: "groups",
      used: directory.groups.length,
      limit: limits.groups,
      raisable: true,
      next: "every group that the identity provider pushes counts",
    },
    {
      quota: "users",
      used: directory.users.length,
      limit: limits.users,
      raisable: true,
      next: "every user that the identity provider pushes counts",
    },
  ];
  return uses.map(complete).sort((a, b) => b.used / b.limit - a.used / a.limit);
}

function complete({ subject = null, place = {}, ...use }: Use): QuotaUse {
  return { ...use, subject, place, percent: Math.floor((use.used / use.limit) * 100) };
}

function declaredNext({ model, live }: Counted): string {
  const known = new Set(live.sets.map((set) => set.name));
  const missing = model.permissionSets.filter((set) => !known.has(set.name)).length;
  return missing === 0 ? "every set the catalog has is counted" : `the next deploy makes ${missing} more`;
}

function setsPerAccount({ live, directory }: Counted): Use | null {
  const counts = new Map<string, number>();
  for (const { accountIds } of live.sets) {
    for (const id of accountIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const [id, used] = most(counts);
  if (id === null) return null;
  return {
    quota: "permission sets per account",
    used,
    limit: limits.setsPerAccount,
    raisable: true,
    subject: nameOf(directory, id),
    place: { accountId: id },
    next: "one more set assigned there; a copy for another session length counts as well",
  };
}

function groupsPerSetAndAccount({ live, directory }: Counted): Use | null {
  const counts = new Map<string, number>();
  for (const { accountId, permissionSetArn, principalType } of live.assignments) {
    const key = `${accountId} ${permissionSetArn}`;
    if (principalType === "GROUP") counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [key, used] = most(counts);
  if (key === null) return null;
  const [accountId = "", arn = ""] = key.split(" ");
  const permissionSet = live.sets.find((set) => set.arn === arn)?.name ?? arn;
  return {
    quota: "groups per permission set and account",
    used,
    limit: limits.groupsPerSetAndAccount,
    raisable: false,
    subject: `${permissionSet} in ${nameOf(directory, accountId)}`,
    place: { accountId, permissionSet },
    next: "one more group with that set there; put the groups into one group of the identity provider",
  };
}

function policiesPerSet({ sets }: AllAccess): Use | null {
  const set = fullest(sets, policies);
  if (set === null) return null;
  return {
    quota: "managed policies per permission set",
    used: policies(set),
    limit: limits.managedPoliciesPerSet,
    raisable: false,
    subject: set.name,
    place: { permissionSet: set.name },
    next: `one more policy; IAM lets a role have ${limits.managedPoliciesPerRole}, unless that is raised in every account`,
  };
}

function policies({ managedPolicies, customerManagedPolicies }: LiveSet): number {
  return managedPolicies.length + customerManagedPolicies.length;
}

function inlineBytes({ sets }: AllAccess): Use | null {
  const set = fullest(sets, countedBytes);
  if (set === null) return null;
  return {
    quota: "inline policy, bytes without white space",
    used: countedBytes(set),
    limit: limits.inlinePolicyNonWhitespaceBytes,
    raisable: false,
    subject: set.name,
    place: { permissionSet: set.name },
    next: "one more statement; put some into a customer managed policy",
  };
}

function countedBytes({ inlinePolicy }: LiveSet): number {
  return new TextEncoder().encode((inlinePolicy ?? "").replace(/\s/g, "")).length;
}

/** The set that has most of something; null when none has any. */
function fullest(sets: readonly LiveSet[], count: (set: LiveSet) => number): LiveSet | null {
  const [name] = most(new Map(sets.map((set) => [set.arn, count(set)])));
  return sets.find((set) => set.arn === name && count(set) > 0) ?? null;
}

/** The first key with the largest number. */
function most(counts: ReadonlyMap<string, number>): readonly [string | null, number] {
  let found: readonly [string | null, number] = [null, -1];
  for (const [key, count] of counts) if (count > found[1]) found = [key, count];
  return found;
}

function nameOf({ accounts }: Directory, id: string): string {
  return accounts.find((account) => account.id === id)?.name ?? id;
}
