import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { actionsAreWellFormed, actionsExist } from "./actions.js";
import { rootSessionsHaveTasks } from "./assume-root.js";
import { allowsAreListed, notEverythingIsAllowed } from "./breadth.js";
import { conditionKeysApply, operatorsFitKeys } from "./condition-fit.js";
import { conditionKeysAreWellFormed, conditionKeysExist } from "./condition-keys.js";
import { accessDoesNotGrow } from "./escalation.js";
import { operatorsExist } from "./operators.js";
import type { Policy } from "./policy.js";
import { resourcesAreArns, resourcesAreOfPartition } from "./resources.js";
import { versionIsCurrent } from "./version.js";

/** A proposition about a policy of an identity in a partition (`aws`); each diagnostic is a breach of it. */
type Check = (policy: Policy, partition: string) => readonly Diagnostic[];

const checks: readonly Check[] = [
  versionIsCurrent,
  actionsAreWellFormed,
  actionsExist,
  resourcesAreArns,
  resourcesAreOfPartition,
  operatorsExist,
  conditionKeysAreWellFormed,
  conditionKeysExist,
  conditionKeysApply,
  operatorsFitKeys,
  notEverythingIsAllowed,
  allowsAreListed,
  accessDoesNotGrow,
  rootSessionsHaveTasks,
];

/** All that is wrong with a policy: errors for what AWS refuses, warnings for what is hardly meant. */
export function lintPolicy(policy: Policy, partition: string): readonly Diagnostic[] {
  return checks.flatMap((check) => check(policy, partition));
}
