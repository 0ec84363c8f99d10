import type { AccountType, Named } from "../catalog/catalog.js";
import { isUnitName } from "../catalog/unit-name.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { didYouMean } from "../diagnostic/suggest.js";
import type { KnownAccount, KnownAccounts } from "./accounts.js";

/**
 * The accounts in an organizational unit, and below it when the type is recursive. Ids and paths are compared
 * whole and only with ids and paths: an account's name never counts.
 */
export function inUnit(
  unit: Named,
  type: AccountType,
  accounts: KnownAccounts,
  diagnostics: Diagnostic[],
): readonly KnownAccount[] {
  const below = accounts.all.filter((a) => isBelow(a, unit.name));
  const directly = below.filter((a) => isIn(a, unit.name));
  const found = type.recursive ? below : directly;
  // A rule of the catalog has its say about what is no unit at all.
  if (found.length === 0 && isUnitName(unit.name))
    diagnostics.push(noAccount(unit, below.length > 0, accounts));
  return found;
}

/** True for accounts whose tags are all there. */
export function hasTags({ place }: KnownAccount, { tags }: AccountType): boolean {
  return tags.every(
    ({ key, value }) => place !== null && Object.hasOwn(place.tags, key) && place.tags[key] === value,
  );
}

/** True when a type is about organizational units or tags, which only a directory knows. */
export function needsDirectory(type: AccountType): boolean {
  return type.organizationalUnits.length > 0 || type.tags.length > 0;
}

function isIn({ place }: KnownAccount, unit: string): boolean {
  return place !== null && (place.ou === unit || place.ouIds.at(-1) === unit);
}

function isBelow(account: KnownAccount, unit: string): boolean {
  const { place } = account;
  if (place === null) return false;
  const inside = unit === "/" ? "/" : `${unit}/`;
  return isIn(account, unit) || place.ouIds.includes(unit) || place.ou.startsWith(inside);
}

function noAccount({ name, span }: Named, hasBelow: boolean, accounts: KnownAccounts): Diagnostic {
  const units = new Set(accounts.all.flatMap((a) => pathsTo(a)));
  return {
    code: "IDC351",
    severity: "error",
    message: hasBelow
      ? `no account is directly in organizational unit "${name}"`
      : `no account is in organizational unit "${name}"${name.startsWith("/") ? didYouMean(name, units) : ""}`,
    span,
    hint: hasBelow
      ? "set recursive: true for the accounts in the units below it"
      : "write the path of names from the root, or the id; both are case-sensitive",
  };
}

function pathsTo({ place }: KnownAccount): readonly string[] {
  const parts = (place?.ou ?? "").split("/").slice(1);
  return parts.map((_, i) => `/${parts.slice(0, i + 1).join("/")}`);
}
