import type { Assignment, Catalog, Expiry } from "../catalog/catalog.js";
import { dayOf } from "../catalog/instant.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";

const millisecondsPerDay = 86_400_000;

/** True when an assignment has ended; `now` is an ISO-8601 instant in UTC, with milliseconds. */
export function hasEnded({ expiry }: Assignment, now: string): boolean {
  return expiry !== null && expiry.at <= now;
}

/** What has ended, with a warning, and what soon will, with an info; once per `expires_at` and principal. */
export function endsAreSaid(catalog: Catalog, now: string): readonly Diagnostic[] {
  const soon = new Date(Date.parse(now) + catalog.expiryWarningDays * millisecondsPerDay).toISOString();
  const ending = new Map<string, Ending>();
  for (const assignment of catalog.assignments) {
    const { expiry, target, principal } = assignment;
    if (expiry === null || expiry.at > soon) continue;
    const key = JSON.stringify([expiry.span, principal.type, principal.name]);
    const known = ending.get(key) ?? { expiry, principal, targets: new Set(), sets: new Set() };
    known.targets.add(target.name);
    known.sets.add(assignment.permissionSet.name);
    ending.set(key, known);
  }
  return [...ending.values()].map((e) => (e.expiry.at <= now ? ended(e) : ends(e)));
}

interface Ending {
  readonly expiry: Expiry;
  readonly principal: Assignment["principal"];
  readonly targets: Set<string>;
  readonly sets: Set<string>;
}

function ended({ expiry, principal, targets, sets }: Ending): Diagnostic {
  return {
    code: "IDC350",
    severity: "warning",
    message: `expired on ${dayOf(expiry.at)}: "${principal.name}" is not granted ${listed(sets)} in ${listed(targets)}`,
    span: expiry.span,
    hint: "deploy to revoke it in AWS, then remove it here; or set a later date",
  };
}

function ends({ expiry, principal, targets, sets }: Ending): Diagnostic {
  return {
    code: "IDC350",
    severity: "info",
    message: `ends on ${dayOf(expiry.at)}: ${listed(sets)} of "${principal.name}" in ${listed(targets)}`,
    span: expiry.span,
    hint: "nothing is revoked until the next deploy after that",
  };
}

function listed(names: ReadonlySet<string>): string {
  return [...names].join(", ");
}

/** Of two ends the later; an assignment without end wins over any. */
export function laterEnd(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}
