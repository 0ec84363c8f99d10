import { counted } from "../../diagnostic/counted.js";
import { deletionCommand } from "../commands.js";
import { type Finding, finding } from "../finding.js";
import type { IndexedFacts } from "../index-facts.js";

/** The catalog has every permission set of AWS. Its grants are part of the finding. */
export function permissionSetsAreDeclared(facts: IndexedFacts): readonly Finding[] {
  const { live, declaredSets, liveGrants, directory, names } = facts;
  return live.sets
    .filter((set) => !declaredSets.has(set.name))
    .map((set) => {
      const grants = liveGrants.filter((grant) => grant.permissionSetArn === set.arn);
      const used = grants.length > 0;
      const command = deletionCommand(directory.instance, set.arn);
      return finding(
        used ? "warning" : "info",
        "IDC605",
        { permissionSet: set.name },
        {
          message: `AWS has permission set "${set.name}", which the catalog does not: ${used ? counted(grants.length, "grant") : "nobody has it"}`,
          hint: `declare it under permission_sets; or ${used ? "take its grants away, then delete it" : "delete it"} with ${command}`,
          details: grants.map(
            (g) =>
              `${names.get(g.principalId) ?? g.principalId} -> ${g.account?.name ?? g.accountId} (${g.accountId})`,
          ),
        },
      );
    });
}
