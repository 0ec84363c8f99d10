/** Lists in which every order means the same, as the documentation says it. */
const unordered = new Set(
  `permission_sets managed_policies customer_managed_policies accounts exclude groups idp_groups required_groups
   aws_teams_accessible identity_roles_accessible optional_permission_sets organizational_units`.split(/\s+/),
);

/** Vars with such lists sorted and account ids as text, so that equal ones mean the same. */
export function canonical(value: unknown, key = "", above = ""): unknown {
  if (typeof value === "number" && (key === "exclude" || above === "full_account_map")) {
    return String(value).padStart(12, "0");
  }
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item, key, key));
    return unordered.has(key)
      ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      : items;
  }
  const isPolicy = key === "inline_policy";
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([k, v]) => [k, isPolicy ? v : canonical(v, k, key)]));
}
