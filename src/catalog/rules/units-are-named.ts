import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { Named } from "../catalog.js";
import { isUnitName } from "../unit-name.js";
import { child, type Entry, entriesOf, itemsOf } from "../yaml/node.js";
import { error, type RuleFacts, warning } from "./rule.js";

/** Organizational units are written as ids or as whole paths from the root. */
export function unitsAreNamed({ written, catalog }: RuleFacts): readonly Diagnostic[] {
  return [
    ...catalog.accountTypes.flatMap((type) => type.organizationalUnits.flatMap(check)),
    ...entriesOf(child(written.vars, "account_types")).flatMap(recursionHasUnits),
  ];
}

function check({ name, span }: Named): readonly Diagnostic[] {
  if (isUnitName(name)) return [];
  const message = `"${name}" is neither the path nor the id of an organizational unit`;
  if (/^(ou|r)-/.test(name) && !name.includes("/")) {
    return [error("IDC351", message, span, "ids look like ou-ab12-cdefghij, the root's like r-ab12")];
  }
  const path = `/${name.split("/").filter(Boolean).join("/")}`;
  return [error("IDC351", message, span, `write "${path}": paths begin at the root`)];
}

function recursionHasUnits({ value }: Entry): readonly Diagnostic[] {
  const recursive = value.kind === "map" ? value.entries.get("recursive") : undefined;
  if (recursive === undefined || itemsOf(child(value, "organizational_units")).length > 0) return [];
  return [
    warning("IDC351", "recursive has no effect without organizational_units", recursive.keySpan, "remove it"),
  ];
}
