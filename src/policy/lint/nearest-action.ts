import { nearest } from "../../diagnostic/suggest.js";
import { servicesWith } from "./known-actions.js";
import { hasWildcard } from "./wildcard.js";

/**
 * The action, with its service, that was probably meant by a wrong name; null when none is near. The same
 * name in one other service wins over all but a slip of the pen: people write `iam:AssumeRole`.
 */
export function nearestAction(
  service: string,
  name: string,
  actions: ReadonlyMap<string, string>,
): string | null {
  const start = name.slice(0, -1);
  if (name.endsWith("*") && !hasWildcard(start)) {
    const beginning = nearest(start, beginnings(actions));
    return beginning === null ? null : `${service}:${beginning}*`;
  }
  if (hasWildcard(name)) return null;
  const slip = nearest(name, actions.values(), 2);
  const [elsewhere, ...more] = servicesWith(name);
  if (slip === null && elsewhere !== undefined && more.length === 0) return `${elsewhere}:${name}`;
  const near = slip ?? nearest(name, actions.values());
  return near === null ? null : `${service}:${near}`;
}

/** `Describe`, `DescribeInstance`, …: what comes before a capital letter in an action. */
function beginnings(actions: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = [...actions.values()].flatMap((name) =>
    [...name.matchAll(/(?<=[a-z0-9])(?=[A-Z])/g)].map((m) => name.slice(0, m.index)),
  );
  return new Set(found);
}
