import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { nearest } from "../../diagnostic/suggest.js";
import { isEveryAction } from "./actions.js";
import { refused, suspicious } from "./finding.js";
import { actionsOf } from "./known-actions.js";
import { conditionKeyNames, findConditionKey } from "./known-keys.js";
import { operatorFamily } from "./operators.js";
import type { Policy, Statement, Text } from "./policy.js";

const maxSuggestions = 20;
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
    const known = i < maxSuggestions ? probablyMeant(text) : null;
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

/** A condition key belongs to a service of the statement: else it is never there to be compared. */
export function conditionKeysApply(policy: Policy): readonly Diagnostic[] {
  return policy.statements.flatMap((statement) => {
    const services = servicesOf(statement);
    if (services === null) return [];
    return statement.conditions.flatMap(({ key }) => {
      const known = findConditionKey(key.text)?.services ?? null;
      if (known === null || services.some((s) => known.has(s))) return [];
      const message = `condition key "${key.text}" belongs to no action of this statement (${services.join(", ")})`;
      return [
        suspicious("IDC338", message, key.span, "give the actions it is meant for a statement of their own"),
      ];
    });
  });
}

/** The services of a statement's actions; null when they are not all known. */
function servicesOf({ actions, notActions, readable }: Statement): readonly string[] | null {
  if (!readable || notActions.length > 0 || actions.length === 0) return null;
  if (actions.some(({ text }) => isEveryAction(text))) return null;
  const services = actions.map(({ text }) => text.slice(0, Math.max(0, text.indexOf(":"))).toLowerCase());
  return services.every((s) => actionsOf(s) !== null) ? [...new Set(services)] : null;
}

const comparable: Readonly<Record<string, readonly string[]>> = {
  Numeric: ["Numeric"],
  Date: ["Date", "Numeric"],
  IpAddress: ["IPAddress"],
};

/** An operator of numbers, dates or addresses compares a key that has them. */
export function operatorsFitKeys(policy: Policy): readonly Diagnostic[] {
  return policy.statements
    .flatMap((s) => s.conditions)
    .flatMap(({ operator, key }) => {
      const types = comparable[operatorFamily(operator.text) ?? ""];
      const known = findConditionKey(key.text);
      if (types === undefined || known === null) return [];
      const type = known.type.replace(/^ArrayOf/, "");
      if (types.includes(type)) return [];
      const message = `${operator.text} cannot compare "${known.name}", which is of type ${type}`;
      return [suspicious("IDC339", message, operator.span, "use an operator for its type")];
    });
}

function keysIn(policy: Policy): readonly Text[] {
  return policy.statements.flatMap((s) => s.conditions.map((c) => c.key));
}
