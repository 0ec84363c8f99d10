import { counted } from "../../diagnostic/counted.js";
import { provisionCommand } from "../commands.js";
import { type Finding, finding } from "../finding.js";
import type { IndexedFacts } from "../index-facts.js";

/** Every active account has the newest version of the permission sets that are provisioned to it. */
export function permissionSetsAreProvisioned({ live, directory }: IndexedFacts): readonly Finding[] {
  const active = directory.accounts.filter((account) => account.status === "ACTIVE");
  const names = new Map(active.map((account) => [account.id, account.name]));
  return live.sets.flatMap((set) => {
    const outdated = set.outdatedIn.filter((id) => names.has(id));
    if (outdated.length === 0) return [];
    const have = outdated.length === 1 ? "has" : "have";
    return [
      finding(
        "warning",
        "IDC607",
        { permissionSet: set.name },
        {
          message: `${counted(outdated.length, "account")} ${have} an older version of permission set "${set.name}"`,
          hint: `to bring them up to date, run ${provisionCommand(directory.instance, set.arn)}`,
          details: outdated.map((id) => `${names.get(id)} (${id})`),
        },
      ),
    ];
  });
}
