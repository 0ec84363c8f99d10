import { iamActions } from "../iam-data.js";
import { coversLower } from "./wildcard.js";

/** Lines of the data by service, and the actions of those services that were asked for. */
let lines: ReadonlyMap<string, string> | undefined;
const parsed = new Map<string, ReadonlyMap<string, string>>();

/** Prefixes of all services, in lower case. */
export function serviceNames(): Iterable<string> {
  return byService().keys();
}

/** The actions of a service, as AWS writes them, by their name in lower case; null for an unknown service. */
export function actionsOf(service: string): ReadonlyMap<string, string> | null {
  const prefix = service.toLowerCase();
  const known = parsed.get(prefix);
  if (known !== undefined) return known;
  const line = byService().get(prefix);
  if (line === undefined) return null;
  const actions = new Map(
    line
      .split(" ")
      .slice(1)
      .map((name) => [name.toLowerCase(), name]),
  );
  parsed.set(prefix, actions);
  return actions;
}

/** The services that have an action of exactly this name. */
export function servicesWith(action: string): readonly string[] {
  return [...byService()].flatMap(([service, line]) => (`${line} `.includes(` ${action} `) ? [service] : []));
}

/** True when a name, which may have wildcards, stands for at least one action of the service. */
export function matchesAction(actions: ReadonlyMap<string, string>, name: string): boolean {
  const pattern = name.toLowerCase();
  if (actions.has(pattern)) return true;
  const [start = ""] = pattern.split(/[*?]/, 1);
  if (start === pattern) return false;
  for (const action of actions.keys()) {
    if (action.startsWith(start) && coversLower(pattern, action)) return true;
  }
  return false;
}

function byService(): ReadonlyMap<string, string> {
  lines ??= new Map(iamActions().map((line) => [line.split(" ", 1)[0] ?? "", line]));
  return lines;
}
