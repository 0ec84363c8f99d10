import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { didYouMean, nearest } from "../../diagnostic/suggest.js";
import { refused, suspicious } from "./finding.js";
import { actionsOf, matchesAction, serviceNames, servicesWith } from "./known-actions.js";
import type { Policy, Text } from "./policy.js";
import { hasWildcard } from "./wildcard.js";

/** How many misspelt names of a policy get a suggestion: each is compared with every name AWS has. */
const maxSuggestions = 20;

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
    const message = explain(text, i < maxSuggestions);
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
  const meant = suggest ? probablyMeant(service, name, actions) : null;
  return `"${action}" ${what}${meant === null ? "" : ` - did you mean "${meant}"?`}`;
}

function probablyMeant(service: string, name: string, actions: ReadonlyMap<string, string>): string | null {
  const start = name.slice(0, -1);
  if (name.endsWith("*") && !hasWildcard(start)) {
    const beginning = nearest(start, beginnings(actions));
    return beginning === null ? null : `${service}:${beginning}*`;
  }
  if (hasWildcard(name)) return null;
  const [elsewhere, ...more] = servicesWith(name);
  if (elsewhere !== undefined && more.length === 0) return `${elsewhere}:${name}`;
  const near = nearest(name, actions.values());
  return near === null ? null : `${service}:${near}`;
}

/** `Describe`, `DescribeInstance`, …: what comes before a capital letter in an action. */
function beginnings(actions: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = [...actions.values()].flatMap((name) =>
    [...name.matchAll(/(?<=[a-z0-9])(?=[A-Z])/g)].map((m) => name.slice(0, m.index)),
  );
  return new Set(found);
}

function split(action: string): { readonly service: string; readonly name: string } {
  const colon = action.indexOf(":");
  return { service: action.slice(0, colon), name: action.slice(colon + 1) };
}

/** Each action of a policy, in whatever statement. */
function actionsIn(policy: Policy): readonly Text[] {
  return policy.statements.flatMap((s) => [...s.actions, ...s.notActions]);
}
