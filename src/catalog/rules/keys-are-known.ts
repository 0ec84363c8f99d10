import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { nearest } from "../../diagnostic/suggest.js";
import { acceptedVars, unusedLabelVars } from "../schema/accepted.js";
import { knownVars } from "../schema/vars.js";
import { child, type Entry, entriesOf } from "../yaml/node.js";
import { error, info, type RuleFacts, warning } from "./rule.js";

/** Long keys would otherwise be near many others. */
const maxTypos = 3;
const accountMapKeys = Object.keys(knownVars["account_map"]?.properties ?? {});
const known = [...Object.keys(knownVars), ...unusedLabelVars];

/**
 * A near miss of a known key is an error in the component's own vars and a warning in root vars,
 * which other components share. Other unknown keys are warnings, in own vars only.
 */
export function keysAreKnown({ written }: RuleFacts): readonly Diagnostic[] {
  const inMap = entriesOf(child(written.vars, "account_map")).flatMap(checkAccountMap);
  const own = entriesOf(written.vars).flatMap((entry) => check(entry, written.ownKeys.has(entry.key)));
  return [...own, ...inMap];
}

function check(entry: Entry, own: boolean): readonly Diagnostic[] {
  const { key, keySpan } = entry;
  if (known.includes(key)) return unusedLabelVars.includes(key) ? [noEffect(entry)] : [];
  if (acceptedVars.some((pattern) => pattern.test(key))) return own ? [noEffect(entry)] : [];
  const near = nearest(key, known, maxTypos);
  if (near !== null) {
    const message = `unknown key "${key}" in vars - did you mean "${near}"?`;
    return [own ? error("IDC202", message, keySpan) : warning("IDC202", message, keySpan)];
  }
  if (!own) return [];
  return [
    warning("IDC210", `unknown key "${key}" in vars is ignored`, keySpan, "remove it, or check its spelling"),
  ];
}

/** `account_map` has an open shape in the reference, but a misspelt map would be no map at all. */
function checkAccountMap({ key, keySpan }: Entry): readonly Diagnostic[] {
  if (accountMapKeys.includes(key)) return [];
  const near = nearest(key, accountMapKeys, maxTypos);
  if (near === null) {
    const message = `unknown key "${key}" in account_map is ignored`;
    return [warning("IDC210", message, keySpan, "remove it, or check its spelling")];
  }
  const message = `unknown key "${key}" in account_map - did you mean "${near}"?`;
  return [error("IDC202", message, keySpan)];
}

function noEffect({ key, keySpan }: Entry): Diagnostic {
  return info("IDC209", `"${key}" is accepted and has no effect here`, keySpan);
}
