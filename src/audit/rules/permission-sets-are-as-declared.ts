import { type Finding, finding } from "../finding.js";
import type { IndexedFacts } from "../index-facts.js";
import { setChanges } from "../set-changes.js";

/** AWS has every permission set as the catalog says. */
export function permissionSetsAreAsDeclared({ model, catalog, liveSets }: IndexedFacts): readonly Finding[] {
  return model.permissionSets.flatMap((declared) => {
    const live = liveSets.get(declared.name);
    const details = live === undefined ? [] : setChanges(declared, live);
    if (details.length === 0) return [];
    return [
      finding(
        "error",
        "IDC606",
        { permissionSet: declared.name },
        {
          message: `permission set "${declared.name}" is not as the catalog says`,
          span: catalog.permissionSets.find((set) => set.name === declared.name)?.span ?? null,
          hint: "deploy to make it so again; or change the catalog if what AWS has is right",
          details,
        },
      ),
    ];
  });
}
