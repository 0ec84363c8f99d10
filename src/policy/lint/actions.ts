import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { didYouMean } from "../../diagnostic/suggest.js";
import { refused, suspicious } from "./finding.js";
import { actionsOf, matchesAction, serviceNames } from "./known-actions.js";
import { nearestAction } from "./nearest-action.js";
import type { Policy, Text } from "./policy.js";
import { isSuggestible } from "./suggestible.js";
import { hasWildcard } from "./wildcard.js";

/** `*`, which some write as `*:*`. */
export function isEveryAction(action: string): boolean {
  return action === "*" || action === "*:*";
}

/** Actions have the form "service:Name". */
export function actionsAreWellFormed(policy: Policy): readonly Diagnostic[] {
  return actionsIn(policy).flatMap(({ text, span }) => {
    const fault = faultOf(text);
    if (fault === null) return [];
    return [refused("IDC331", `action "${text}" ${fault[0]}`, span, fault[1])];
  });
}

/** What is wrong with the form of an action, and what to write. */
function faultOf(action: string): readonly [fault: string, hint: string] | null {
  const parts = action.split(":");
  const [service = "", name = ""] = parts;
  if (isEveryAction(action) || action === "") return null;
  if (parts.length === 1) return ["has no service", 'write the service before it, as in "s3:GetObject"'];
  if (parts.length > 2) return ["has more than one colon", `write "${parts.slice(-2).join(":")}"`];
  if (hasWildcard(service))
    return ["has a wildcard in its service", 'write the service in full, or "*" alone'];
  if (/^[a-z0-9-]+$/i.test(service) && /^[a-z0-9*?-]+$/i.test(name)) return null;
  return ["is not valid", 'write it as in "s3:GetObject" or "s3:Get*"'];
}

/** Services and actions are those AWS has; a wildcard covers at least one. */
export function actionsExist(policy: Policy): readonly Diagnostic[] {
  const unknown = actionsIn(policy).filter(({ text }) => faultOf(text) === null && !exists(text));
  return unknown.map(({ text, span }, i) => {
    const message = explain(text, isSuggestible(text, i));
    return suspicious("IDC332", message, span, "if AWS made it recently, ignore this");
  });
}

function exists(action: string): boolean {
  if (action === "" || isEveryAction(action)) return true;
  const { service, name } = split(action);
  const actions = actionsOf(service);
  return actions !== null && matchesAction(actions, name);
}

function explain(action: string, suggest: boolean): string {
  const { service, name } = split(action);
  const actions = actionsOf(service);
  if (actions === null) {
    const suggestion = suggest ? didYouMean(service, serviceNames()) : "";
    return `"${service}" in "${action}" is not in AWS's list of services${suggestion}`;
  }
  const what = hasWildcard(name) ? "covers no action of AWS's list" : "is not in AWS's list of actions";
  const meant = suggest ? nearestAction(service, name, actions) : null;
  return `"${action}" ${what}${meant === null ? "" : ` - did you mean "${meant}"?`}`;
}

function split(action: string): { readonly service: string; readonly name: string } {
  const colon = action.indexOf(":");
  return { service: action.slice(0, colon), name: action.slice(colon + 1) };
}

/** Each action of a policy, in whatever statement. */
function actionsIn(policy: Policy): readonly Text[] {
  return policy.statements.flatMap((s) => [...s.actions, ...s.notActions]);
}
