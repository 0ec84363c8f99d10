import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { warning } from "../rules/rule.js";
import type { IdentityProvider } from "./identity-provider.js";

const millisecondsPerDay = 86_400_000;
/** Enough to find somebody who may open both consoles. */
const daysBefore = 30;

/**
 * What is said of a SCIM token that has ended, or ends within 30 days: no API of AWS would. `now` is an ISO-8601
 * instant in UTC. No error, because access that was granted stays as it is.
 */
export function tokenEndIsSaid(provider: IdentityProvider | null, now: string): readonly Diagnostic[] {
  const end = provider?.scimTokenExpiresOn ?? null;
  if (end === null) return [];
  const days = Math.round((Date.parse(end.name) - Date.parse(now.slice(0, 10))) / millisecondsPerDay);
  if (days > daysBefore) return [];
  const message =
    days < 0
      ? `the SCIM token ended on ${end.name}: nobody joins or leaves a group in AWS any more`
      : `the SCIM token ends on ${end.name}, ${days === 0 ? "today" : `in ${days} ${days === 1 ? "day" : "days"}`}`;
  return [warning("IDC758", message, end.span, hint)];
}

const hint =
  "make a second token in the AWS console, give it to the identity provider, delete the first, and write its day here";
