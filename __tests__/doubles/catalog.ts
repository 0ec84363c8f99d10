import type { Catalog } from "../../src/catalog/catalog.js";
import { loadCatalog } from "../../src/catalog/load.js";
import { hasErrors } from "../../src/diagnostic/diagnostic.js";
import { catalogFiles } from "./catalog-files.js";

/** The file name of catalogs made by `catalogOf`. */
export const catalogName = "aws-sso.yaml";

/** The text of a catalog with these `vars`, as flow YAML, one key a line. */
export function catalogText(vars: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries({ region: "us-east-1", ...vars }).map(
    ([key, value]) => `        ${key}: ${JSON.stringify(value)}\n`,
  );
  return `components:\n  terraform:\n    aws-sso:\n      vars:\n${lines.join("")}`;
}

/** A valid catalog with these `vars`, read by the real loader. */
export function catalogOf(vars: Readonly<Record<string, unknown>>): Catalog {
  const { catalog, diagnostics } = loadCatalog(
    catalogFiles({ [catalogName]: catalogText(vars) }),
    catalogName,
    null,
  );
  if (catalog === null || hasErrors(diagnostics)) throw new Error(JSON.stringify(diagnostics, null, 2));
  return catalog;
}

/** `account_map` with these accounts. */
export function accountMap(accounts: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  return { full_account_map: accounts };
}

/** What stands below an account in `account_assignments`, for groups. */
export function groups(sets: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, unknown>> {
  return { groups: principals(sets) };
}

/** What stands below an account in `account_assignments`, for users. */
export function users(sets: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, unknown>> {
  return { users: principals(sets) };
}

function principals(sets: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(sets).map(([name, list]) => [name, { permission_sets: list }]));
}
