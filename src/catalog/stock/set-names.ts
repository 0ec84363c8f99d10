/**
 * The part of a set's name made from a backend key: title-case per "-" part, dashes dropped.
 * `prod-us-east-1` -> `ProdUsEast1`, `my_backend` -> `My_backend`.
 */
export function backendSuffix(key: string): string {
  return `-${key.split("-").map(titleCase).join("")}`;
}

/** A team's set: "_" becomes "-", then as for backends: `dev_ops` -> `IdentityDevOpsTeamAccess`. */
export function teamSetName(pattern: string, team: string): string {
  const name = team.replaceAll("_", "-").split("-").map(titleCase).join("");
  return pattern.replace("%s", () => name);
}

/** The 2022 form of a team's set: `dev_ops` -> `IdentityDev_opsRoleAccess`. */
export function identityRoleSetName(role: string): string {
  return `Identity${titleCase(role)}RoleAccess`;
}

/** Upper-cases every first letter of a word; as in Terraform's `title`, "_" and digits are part of words. */
function titleCase(text: string): string {
  return text.replace(
    /(^|[^\p{L}\p{N}_])(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}
