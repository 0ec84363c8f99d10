import { resourceType } from "../../access/address.js";
import { counted } from "../../diagnostic/counted.js";
import type { LiveAssignment } from "../../directory/live-access.js";
import { asText } from "../../terraform/json.js";
import { type Finding, finding } from "../finding.js";
import { grantKey, type IndexedFacts } from "../index-facts.js";

/** AWS has every grant of the state. Those the catalog still says are missing, which is another finding. */
export function recordedGrantsAreInAws(facts: IndexedFacts): readonly Finding[] {
  const { recorded, liveKeys, declared } = facts;
  const setNames = namesOfSets(facts);
  const gone = [...(recorded ?? [])]
    .filter(([key]) => !liveKeys.has(key))
    .map(([, grant]) => ({ ...grant, permissionSet: setNames.get(grant.permissionSetArn) }))
    .filter((grant) => namesOf(facts, grant).every((name) => !declared.has(name)));
  if (gone.length === 0) return [];
  return [
    finding(
      "info",
      "IDC617",
      {},
      {
        message: `Terraform's state has ${counted(gone.length, "grant")} that neither AWS nor the catalog has`,
        hint: "the next deploy forgets them; nothing changes in AWS",
        details: gone.map((grant) => inWords(facts, grant)),
      },
    ),
  ];
}

interface RecordedGrant extends LiveAssignment {
  /** Undefined when neither AWS nor the state knows the set. */
  readonly permissionSet: string | undefined;
}

/** By ARN: the state knows also those that AWS no longer has. */
function namesOfSets({ live, state }: IndexedFacts): ReadonlyMap<string, string> {
  const inState = (state?.resources ?? []).filter((resource) => resource.type === resourceType.permissionSet);
  return new Map([
    ...inState.map(({ values }) => [asText(values["arn"]) ?? "", asText(values["name"]) ?? ""] as const),
    ...live.sets.map((set) => [set.arn, set.name] as const),
  ]);
}

/** The grant as the catalog would say it, by each name that its principal has or had. */
function namesOf({ names, formerNames }: IndexedFacts, grant: RecordedGrant): readonly string[] {
  const { principalId, permissionSet = "" } = grant;
  const now = names.get(principalId);
  const all = now === undefined ? (formerNames.get(principalId) ?? []) : [now];
  return all.map((principalName) => grantKey({ ...grant, principalName, permissionSet }));
}

function inWords({ directory, names, formerNames }: IndexedFacts, grant: RecordedGrant): string {
  const { accountId, principalId, permissionSet, permissionSetArn } = grant;
  const account = directory.accounts.find((a) => a.id === accountId)?.name;
  const who = names.get(principalId) ?? formerNames.get(principalId)?.[0] ?? principalId;
  const where = account === undefined ? accountId : `${account} (${accountId})`;
  return `${who}  ${permissionSet ?? permissionSetArn}  ${where}`;
}
