import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { suspicious } from "./finding.js";
import { actionsOf } from "./known-actions.js";
import { findConditionKey } from "./known-keys.js";
import { operatorFamily } from "./operators.js";
import type { Policy, Statement } from "./policy.js";

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

/** The services of a statement's actions; null when they are not all known, as with `*`. */
function servicesOf({ actions, notActions, readable }: Statement): readonly string[] | null {
  if (!readable || notActions.length > 0 || actions.length === 0) return null;
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
      if (types.includes(known.type)) return [];
      const message = `${operator.text} cannot compare "${known.name}", which is of type ${known.type}`;
      return [suspicious("IDC339", message, operator.span, "use an operator for its type")];
    });
}
