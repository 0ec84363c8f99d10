import { type Group, grouped } from "../../access/grouped.js";
import type { Grant } from "../../access/model.js";
import { counted } from "../../diagnostic/counted.js";
import { type Finding, finding } from "../finding.js";
import { type IndexedFacts, liveKey } from "../index-facts.js";

const code = "IDC601";
const hint = "deploy to give it, or take it out of the catalog";

/** AWS has every grant of the catalog. */
export function declaredGrantsAreInAws(facts: IndexedFacts): readonly Finding[] {
  const { model, liveSets } = facts;
  const missing = model.grants.filter((grant) => !isLive(facts, grant) && !isOfRemadeGroup(facts, grant));
  const lost = missing.filter((grant) => !liveSets.has(grant.permissionSet));
  const held = missing.filter((grant) => liveSets.has(grant.permissionSet));
  const nobodys = held.filter((grant) => idOf(facts, grant) === undefined);
  const plain = held.filter((grant) => idOf(facts, grant) !== undefined);
  return [
    ...model.permissionSets
      .filter((set) => !liveSets.has(set.name))
      .map((set) => missingSet(set.name, lost.filter((g) => g.permissionSet === set.name).length)),
    ...grouped(nobodys, (g) => `${g.principalType} ${g.principalName}`).map((grants) =>
      missingPrincipal(grants, isMade(facts, grants[0])),
    ),
    ...plain.map((grant) => missingGrant(facts, grant)),
  ];
}

function isLive(facts: IndexedFacts, grant: Grant): boolean {
  const key = keyOf(facts, grant);
  return key !== null && facts.liveKeys.has(key);
}

/** The grant as AWS would have it; null when a part of it does not exist. */
export function keyOf(facts: IndexedFacts, grant: Grant): string | null {
  const permissionSetArn = facts.liveSets.get(grant.permissionSet)?.arn;
  const principalId = idOf(facts, grant);
  if (permissionSetArn === undefined || principalId === undefined) return null;
  const { accountId, principalType } = grant;
  return liveKey({ accountId, permissionSetArn, principalType, principalId });
}

function idOf({ ids }: IndexedFacts, { principalType, principalName }: Grant): string | undefined {
  return ids.get(`${principalType} ${principalName}`);
}

/** AWS has the grant, of the group that had the name before: one finding about the group says so. */
function isOfRemadeGroup({ remade, liveSets, liveKeys }: IndexedFacts, grant: Grant): boolean {
  const permissionSetArn = liveSets.get(grant.permissionSet)?.arn ?? "";
  const { accountId, principalType } = grant;
  return [...remade].some(
    ([principalId, { name }]) =>
      name === grant.principalName &&
      liveKeys.has(liveKey({ accountId, permissionSetArn, principalType, principalId })),
  );
}

function missingSet(name: string, grants: number): Finding {
  return finding(
    "error",
    code,
    { permissionSet: name },
    {
      message: `AWS does not have permission set "${name}"${grants === 0 ? "" : `, nor its ${counted(grants, "grant")}`}`,
      hint: "deploy to make it, or take it out of the catalog",
    },
  );
}

/** True for a group that the catalog makes itself. */
function isMade({ catalog }: IndexedFacts, { principalType, principalName }: Grant): boolean {
  return principalType === "GROUP" && catalog.groups.some((group) => group.name === principalName);
}

function missingPrincipal(grants: Group<Grant>, made: boolean): Finding {
  const { principalType, principalName, sources } = grants[0];
  const kind = principalType === "GROUP" ? "group" : "user";
  return finding(
    "error",
    code,
    { principalType, principalName },
    {
      message: `${kind} "${principalName}" does not exist, nor any of its ${counted(grants.length, "grant")}`,
      span: sources[0] ?? null,
      hint: made
        ? "deploy to make it, and put people into it"
        : "make it in the identity provider and wait for the sync, or correct its name here: case matters",
    },
  );
}

function missingGrant({ recorded, ...facts }: IndexedFacts, grant: Grant): Finding {
  const { accountId, accountName, principalType, principalName, permissionSet, sources } = grant;
  const wasThere = recorded?.has(keyOf({ recorded, ...facts }, grant) ?? "") === true;
  return finding(
    "error",
    code,
    { accountId, principalType, principalName, permissionSet },
    {
      message: `"${principalName}" does not have ${permissionSet} in ${accountName}${wasThere ? ", though it had at the last apply: somebody took it away" : ""}`,
      span: sources[0] ?? null,
      hint,
    },
  );
}
