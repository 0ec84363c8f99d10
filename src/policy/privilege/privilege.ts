import { type PolicyJson, statementsOf, textsOf } from "../policy-json.js";
import { administratorBecause } from "./administrator.js";
import { allowsRootSessions } from "./root-sessions.js";

/** How much a permission set lets people do, the most first: `root` is made for sessions as the root user. */
export type Privilege = "root" | "admin" | "write" | "read";

/** The policies of a set. */
export interface AllPolicies {
  /** ARNs of AWS managed policies. */
  readonly managedPolicies: readonly string[];
  readonly customerManagedPolicies: readonly unknown[];
  readonly inlinePolicy: PolicyJson | null;
}

/** Names of AWS managed policies that change nothing; the stock ReadOnlyAccess may open support cases as well. */
const readingPolicy = /ReadOnly|ViewOnly|ReadAccess$|^SecurityAudit$|^AWSSupportAccess$/;
/** How AWS names actions that change nothing. `Get` is among them, so secrets can be read: it is no promise of harmlessness. */
const readingAction =
  /^(eks:Access|[a-z0-9-]+:(Get|List|Describe|BatchGet|View|Lookup|Search|Query|Scan|Head|Test|Check))/i;

/**
 * Errs on the side of more: customer managed policies are unknown, so a set with one at least writes. An
 * administrator may open root sessions as well, but the set is not made for it.
 */
export function privilegeOf(set: AllPolicies): Privilege {
  if (administratorBecause(set) !== null) return "admin";
  if (allowsRootSessions(set.inlinePolicy)) return "root";
  return onlyReads(set) ? "read" : "write";
}

function onlyReads({ managedPolicies, customerManagedPolicies, inlinePolicy }: AllPolicies): boolean {
  if (customerManagedPolicies.length > 0) return false;
  const names = managedPolicies.map((arn) => arn.slice(arn.lastIndexOf("/") + 1));
  const allowed = statementsOf(inlinePolicy).filter((statement) => statement["Effect"] !== "Deny");
  const actions = allowed.flatMap((statement) =>
    statement["NotAction"] === undefined ? (textsOf(statement["Action"]) ?? ["?"]) : ["?"],
  );
  return names.every((name) => readingPolicy.test(name)) && actions.every((a) => readingAction.test(a));
}
