import { dayOf } from "../../catalog/instant.js";
import { type Finding, finding } from "../finding.js";
import { type IndexedFacts, nameKey } from "../index-facts.js";

/** AWS has no grant whose `expires_at` is past. */
export function endedGrantsAreGone({ liveGrants, ended, declared }: IndexedFacts): readonly Finding[] {
  return liveGrants.flatMap((live) => {
    const key = nameKey(live) ?? "";
    const grant = ended.get(key);
    if (grant === undefined || declared.has(key)) return [];
    const { accountId, accountName, principalType, principalName, permissionSet, expiresAt, sources } = grant;
    return [
      finding(
        "error",
        "IDC608",
        { accountId, principalType, principalName, permissionSet },
        {
          message: `"${principalName}" still has ${permissionSet} in ${accountName}, which ended on ${dayOf(expiresAt ?? "")}`,
          span: sources[0] ?? null,
          hint: "deploy to take it away, then remove it from the catalog; or set a later date",
        },
      ),
    ];
  });
}
