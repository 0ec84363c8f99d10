import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { didYouMean } from "../../diagnostic/suggest.js";
import { names } from "../assemble/named.js";
import { optionalSetNames, terraformUpdateSetName } from "../stock/optional.js";
import { child } from "../yaml/node.js";
import { error, type RuleFacts, warning } from "./rule.js";

/** Every name of `optional_permission_sets` is a stock set that is not there anyhow, listed once. */
export function optionalSetsExist({ written, catalog }: RuleFacts): readonly Diagnostic[] {
  const there = new Set(catalog.permissionSets.map((s) => s.name));
  const seen = new Set<string>();
  return names(child(written.vars, "optional_permission_sets")).flatMap(({ name, span }) => {
    if (seen.has(name)) return [warning("IDC308", `"${name}" is listed twice`, span, "remove one")];
    seen.add(name);
    if (optionalSetNames.includes(name)) {
      if (name !== terraformUpdateSetName || catalog.hasStateBackend) return [];
      const hint = "set tf_access_bucket_arn and tf_access_role_arn";
      return [error("IDC303", `permission set "${name}" needs a state backend`, span, hint)];
    }
    if (there.has(name)) {
      return [
        warning("IDC308", `permission set "${name}" exists without being asked for`, span, "remove it"),
      ];
    }
    const message = `unknown optional permission set "${name}"${didYouMean(name, optionalSetNames)}`;
    return [error("IDC302", message, span, `known: ${optionalSetNames.join(", ")}`)];
  });
}
