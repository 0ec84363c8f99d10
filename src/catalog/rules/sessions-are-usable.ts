import { counted } from "../../diagnostic/counted.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { didYouMean } from "../../diagnostic/suggest.js";
import { deviates } from "../assemble/sessions.js";
import type { Catalog, TypeSession } from "../catalog.js";
import { isTerraformSet } from "../stock/terraform.js";
import { error, info, type RuleFacts, warning } from "./rule.js";

/** Every account type with a session duration is defined, and is granted something. */
export function sessionTypesAreGranted({ catalog }: RuleFacts): readonly Diagnostic[] {
  const types = catalog.accountTypes.map((t) => t.name);
  return catalog.sessions.flatMap(({ accountType: { name, span } }) => {
    if (!types.includes(name)) {
      const message = `unknown account type "${name}"${didYouMean(name, types)}`;
      return [error("IDC305", message, span, "define it under account_types")];
    }
    if (grantedIn(catalog, name).length > 0) return [];
    const hint = "it is for what account_type_assignments grants in the type; remove it, or grant something";
    return [warning("IDC309", `session duration of type "${name}" has no effect`, span, hint)];
  });
}

/** No Terraform set gets another name than the trust policy of the state backend's role has. */
export function terraformSetsKeepTheirSession({ catalog }: RuleFacts): readonly Diagnostic[] {
  const sets = new Map(catalog.permissionSets.map((s) => [s.name, s]));
  return catalog.sessions.flatMap(({ accountType, duration }) => {
    const names = new Set(grantedIn(catalog, accountType.name).map((a) => a.permissionSet.name));
    return [...names].flatMap((name) => {
      const set = sets.get(name);
      if (set === undefined || !isTerraformSet(name) || !deviates(set, duration.name)) return [];
      const message = `sessions of ${duration.name} in type "${accountType.name}" cannot apply to "${name}"`;
      const hint = `its name is in the state backend's trust policy: grant it through another type with the same accounts, or set its session_duration under permission_sets`;
      return [error("IDC329", message, duration.span, hint)];
    });
  });
}

/** Which sets a session duration adds; good to know for whoever looks for the bare name in AWS. */
export function sessionVariantsAreSaid({ catalog }: RuleFacts): readonly Diagnostic[] {
  return catalog.sessions.flatMap((session) => {
    const names = variantsIn(catalog, session);
    if (names.length === 0) return [];
    const { accountType, duration } = session;
    const message = `type "${accountType.name}" uses ${counted(names.length, "permission set")} with sessions of ${duration.name}: ${names.join(", ")}`;
    return [info("IDC327", message, accountType.span)];
  });
}

function variantsIn(catalog: Catalog, { accountType }: TypeSession): readonly string[] {
  const granted = new Set(grantedIn(catalog, accountType.name).map((a) => a.permissionSet.name));
  return catalog.permissionSets.filter((s) => s.variantOf !== null && granted.has(s.name)).map((s) => s.name);
}

function grantedIn(catalog: Catalog, type: string): Catalog["assignments"] {
  return catalog.assignments.filter((a) => a.target.kind === "accountType" && a.target.name === type);
}
