import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { compareDiagnostics } from "../../diagnostic/order.js";
import type { Facts } from "../facts.js";
import { accountsAgree, namedAccountsAreActive } from "./accounts-agree.js";
import { createdGroupsAreNotSynced, managementAccountIsReachable } from "./instance-allows.js";
import { noPlaceholders } from "./no-placeholders.js";
import { principalsExist } from "./principals-exist.js";

const checks: readonly ((facts: Facts) => readonly Diagnostic[])[] = [
  principalsExist,
  accountsAgree,
  namedAccountsAreActive,
  managementAccountIsReachable,
  createdGroupsAreNotSynced,
  noPlaceholders,
];

/** Every reason, all at once, why a plan would fail or do what nobody meant. */
export function preflightChecks(facts: Facts): readonly Diagnostic[] {
  return checks.flatMap((check) => check(facts)).sort(compareDiagnostics);
}
