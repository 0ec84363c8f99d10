import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { didYouMean, nearest } from "../../diagnostic/suggest.js";
import { optionalSetNames } from "../stock/optional.js";
import { isTerraformSet, terraformSetNames } from "../stock/terraform.js";
import { child, entriesOf } from "../yaml/node.js";
import { error, type RuleFacts, warning } from "./rule.js";

const backendHint =
  "set tf_access_bucket_arn and tf_access_role_arn: the Terraform sets exist only with both";

/** What makes a set of this kind of name, or null when nothing does. */
function madeHint(name: string): string | null {
  if (optionalSetNames.includes(name)) return "list it under optional_permission_sets";
  if (isTerraformSet(name) && !terraformSetNames.includes(name))
    return "it needs a backend under tf_access_additional_backends";
  if (/^Identity.+TeamAccess$/.test(name)) return "it needs a team under aws_teams_accessible";
  return /^Identity.+RoleAccess$/.test(name) ? "it needs a role under identity_roles_accessible" : null;
}

/** Every set that is assigned exists. */
export function permissionSetsExist({ catalog }: RuleFacts): readonly Diagnostic[] {
  const known = new Set(catalog.permissionSets.map((s) => s.name));
  return catalog.assignments
    .map((a) => a.permissionSet)
    .filter((set) => !known.has(set.name))
    .map((set) => {
      if (terraformSetNames.includes(set.name) && !catalog.hasStateBackend) {
        return error("IDC303", `permission set "${set.name}" needs a state backend`, set.span, backendHint);
      }
      const made = madeHint(set.name);
      if (made !== null) {
        const known = catalog.permissionSets.filter((s) => s.origin === "made").map((s) => s.name);
        return error(
          "IDC302",
          `unknown permission set "${set.name}"${didYouMean(set.name, known)}`,
          set.span,
          made,
        );
      }
      const near = nearest(set.name, [...known, ...terraformSetNames]);
      const suggestion = near === null ? "" : ` - did you mean "${near}"?`;
      const hint =
        near === null || known.has(near)
          ? "define it under permission_sets, or use a stock set"
          : backendHint;
      return error("IDC302", `unknown permission set "${set.name}"${suggestion}`, set.span, hint);
    });
}

/** Overriding a Terraform set that does not exist would silently make an unrelated, empty one. */
export function overriddenSetsExist({ written, catalog }: RuleFacts): readonly Diagnostic[] {
  if (catalog.hasStateBackend) return [];
  return entriesOf(child(written.vars, "permission_sets"))
    .filter((e) => terraformSetNames.includes(e.key))
    .map((e) => error("IDC303", `permission set "${e.key}" needs a state backend`, e.keySpan, backendHint));
}

/** A set is listed once per principal and target. */
export function setsAreListedOnce({ catalog }: RuleFacts): readonly Diagnostic[] {
  const lists = new Map<string, Set<string>>();
  return catalog.assignments.flatMap(({ target, principal, permissionSet }) => {
    const key = JSON.stringify([target.kind, target.name, principal.type, principal.name]);
    const names = lists.get(key) ?? new Set<string>();
    lists.set(key, names);
    if (!names.has(permissionSet.name)) {
      names.add(permissionSet.name);
      return [];
    }
    const message = `"${permissionSet.name}" is listed twice for one principal`;
    return [warning("IDC308", message, permissionSet.span, "remove one: it is one grant")];
  });
}
