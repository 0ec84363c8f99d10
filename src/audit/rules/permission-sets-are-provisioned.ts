import { counted } from "../../diagnostic/counted.js";
import { provisionCommand } from "../commands.js";
import { type Finding, finding } from "../finding.js";
import type { IndexedFacts } from "../index-facts.js";

/** Every account has the newest version of the permission sets that are provisioned to it. */
export function permissionSetsAreProvisioned({ live, directory }: IndexedFacts): readonly Finding[] {
  const names = new Map(directory.accounts.map((account) => [account.id, account.name]));
  return live.sets
    .filter((set) => set.outdatedIn.length > 0)
    .map((set) =>
      finding(
        "warning",
        "IDC607",
        { permissionSet: set.name },
        {
          message: `${counted(set.outdatedIn.length, "account")} ${set.outdatedIn.length === 1 ? "has" : "have"} an older version of permission set "${set.name}"`,
          hint: `to bring them up to date, run ${provisionCommand(directory.instance, set.arn)}`,
          details: set.outdatedIn.map((id) => `${names.get(id) ?? "unknown"} (${id})`),
        },
      ),
    );
}
