import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { hasInvisible, visible } from "../../diagnostic/visible.js";
import type { Named } from "../catalog.js";
import { terraformSetNames } from "../stock/terraform.js";
import { child, itemsOf, textOf } from "../yaml/node.js";
import { error, type RuleFacts, warning } from "./rule.js";

/** Group and user names carry no control characters and no white space at their ends. */
export function principalNamesAreUsable({ catalog }: RuleFacts): readonly Diagnostic[] {
  const principals = catalog.assignments.map((a) => a.principal);
  const names = [...principals, ...catalog.groups, ...catalog.syncedGroups, ...catalog.requiredGroups];
  const seen = new Set<string>();
  return names.flatMap((named) => {
    const key = `${named.span.file}:${named.span.line}:${named.span.column}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return checkName(named);
  });
}

/** What is wrong with the name of a group or user. */
export function checkName({ name, span }: Named): readonly Diagnostic[] {
  if (name !== name.trim()) {
    const message = `name ${JSON.stringify(name)} begins or ends with white space`;
    return [error("IDC321", message, span, "names are compared byte by byte: remove the white space")];
  }
  if (hasInvisible(name)) {
    const message = `name "${visible(name)}" has an invisible character`;
    return [error("IDC321", message, span, "type the name again without it")];
  }
  return [];
}

/** A group to create is listed once. */
export function createdGroupsAreListedOnce({ catalog }: RuleFacts): readonly Diagnostic[] {
  const seen = new Set<string>();
  return catalog.groups.flatMap(({ name, span }) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [warning("IDC308", `group "${name}" is listed twice`, span, "remove one")];
  });
}

/** A group is either created here or synced by the identity provider: both would fight over it. */
export function createdGroupsAreNotSynced({ catalog }: RuleFacts): readonly Diagnostic[] {
  const created = new Set(catalog.groups.map((g) => g.name));
  return catalog.syncedGroups
    .filter((g) => created.has(g.name))
    .map((g) => {
      const message = `group "${g.name}" is in groups (created here) and in idp_groups (exists already)`;
      return error("IDC323", message, g.span, "keep it in one of the two lists");
    });
}

/** The 2022 role sets need the role's ARN; without it they cannot assume anything. */
export function identityRolesHaveTemplate({ written, catalog }: RuleFacts): readonly Diagnostic[] {
  const roles = child(written.vars, "identity_roles_accessible");
  const template = child(written.vars, "identity_role_arn_template");
  if (itemsOf(roles).length === 0 || roles === undefined) return [];
  if (template === undefined) {
    const hint =
      'set identity_role_arn_template, such as "arn:aws:iam::222222222222:role/acme-gbl-identity-%s"';
    const message =
      "identity_roles_accessible without identity_role_arn_template: these sets can assume no role";
    return [warning("IDC322", message, roles.span, hint)];
  }
  if (template.kind !== "scalar" || template.tag !== null) return [];
  const wanted = `arn:${catalog.partition}:iam::`;
  if (!template.source.startsWith(wanted)) {
    const text = `identity_role_arn_template "${template.source}" is not the ARN of an IAM role`;
    return [error("IDC322", text, template.span, `it begins with "${wanted}"`)];
  }
  if (template.source.includes("%s")) return [];
  const message = "identity_role_arn_template has no %s: every role's set would reach the same role";
  return [error("IDC322", message, template.span, "put %s where the role's name goes")];
}

/** A team pattern without `%s` would give every team one name. */
export function teamPatternHasPlace({ written }: RuleFacts): readonly Diagnostic[] {
  const pattern = child(written.vars, "overridable_team_permission_set_name_pattern");
  if (pattern?.kind !== "scalar" || pattern.source.includes("%s")) return [];
  const message = `overridable_team_permission_set_name_pattern "${pattern.source}" has no %s`;
  return [error("IDC322", message, pattern.span, 'put %s where the team goes, as in "Identity%sTeamAccess"')];
}

/** A state backend needs its bucket and its role. */
export function stateBackendIsComplete({ written, catalog }: RuleFacts): readonly Diagnostic[] {
  const filled = (key: string): boolean => {
    const node = child(written.vars, key);
    return node !== undefined && (node.tag !== null || textOf(node) !== "");
  };
  const known = ["tf_access_bucket_arn", "tf_access_role_arn"].map((key) => child(written.vars, key));
  if (known.some((node) => node?.tag === null && textOf(node) === undefined)) return [];
  const bucket = filled("tf_access_bucket_arn");
  const role = filled("tf_access_role_arn");
  // Who uses one of the sets is told so already.
  const isUsed = catalog.assignments.some((a) => terraformSetNames.includes(a.permissionSet.name));
  if (bucket === role || isUsed) return [];
  const [set, missing] = bucket
    ? ["tf_access_bucket_arn", "tf_access_role_arn"]
    : ["tf_access_role_arn", "tf_access_bucket_arn"];
  const span = child(written.vars, set)?.span ?? null;
  const message = `${set} is set, ${missing} is not: the Terraform permission sets do not exist`;
  return [warning("IDC303", message, span, `set ${missing} too`)];
}
