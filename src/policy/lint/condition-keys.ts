import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { nearest } from "../../diagnostic/suggest.js";
import { refused, suspicious } from "./finding.js";
import { conditionKeyNames, findConditionKey } from "./known-keys.js";
import type { Policy, Text } from "./policy.js";
import { isSuggestible } from "./suggestible.js";

const recent = "if AWS made it recently, ignore this";

/** Condition keys have the form "prefix:Name". */
export function conditionKeysAreWellFormed(policy: Policy): readonly Diagnostic[] {
  return keysIn(policy).flatMap(({ text, span }) => {
    if (text.includes(":")) return [];
    const known = findConditionKey(`aws:${text}`);
    const hint = known === null ? 'write the service before it, as in "s3:prefix"' : `write "${known.name}"`;
    return [refused("IDC336", `condition key "${text}" has no prefix`, span, hint)];
  });
}

/** Condition keys are those AWS documents. */
export function conditionKeysExist(policy: Policy): readonly Diagnostic[] {
  const unknown = keysIn(policy).filter(({ text }) => canBeKnown(text) && findConditionKey(text) === null);
  return unknown.map(({ text, span }, i) => {
    const known = isSuggestible(text, i) ? probablyMeant(text) : null;
    const suggestion = known === null ? "" : ` - did you mean "${known}"?`;
    return suspicious(
      "IDC337",
      `"${text}" is not in AWS's list of condition keys${suggestion}`,
      span,
      recent,
    );
  });
}

/** The nearest key; the part after a slash, such as a tag's name, is nobody's to correct. */
function probablyMeant(key: string): string | null {
  const slash = key.indexOf("/");
  if (slash < 0) return nearest(key, conditionKeyNames());
  const known = conditionKeyNames().filter((name) => /^[^/]*\/\$\{\w+\}$/.test(name));
  const near = nearest(
    key.slice(0, slash),
    known.map((name) => name.slice(0, name.indexOf("/"))),
  );
  return near === null ? null : near + key.slice(slash);
}

/** An identity provider's host makes keys of its own; what a variable stands for is not known. */
function canBeKnown(key: string): boolean {
  const colon = key.indexOf(":");
  return colon >= 0 && !key.slice(0, colon).includes(".") && !key.includes("${");
}

function keysIn(policy: Policy): readonly Text[] {
  return policy.statements.flatMap((s) => s.conditions.map((c) => c.key));
}
