import { severities } from "../diagnostic/diagnostic.js";
import { compareText } from "../diagnostic/order.js";
import { type AuditRule, type Finding, findingKey } from "./finding.js";
import type { IndexedFacts } from "./index-facts.js";
import { accessGoesThroughGroups } from "./rules/access-goes-through-groups.js";
import { accountsAreActive } from "./rules/accounts-are-active.js";
import { awsGrantsAreDeclared } from "./rules/aws-grants-are-declared.js";
import { declaredGrantsAreInAws } from "./rules/declared-grants-are-in-aws.js";
import { deployedAccessIsInTheState } from "./rules/deployed-access-is-in-the-state.js";
import { endedGrantsAreGone } from "./rules/ended-grants-are-gone.js";
import { groupsAreSyncedAlike } from "./rules/groups-are-synced-alike.js";
import { groupsKeepTheirIds } from "./rules/groups-keep-their-ids.js";
import { noGrantEndsSoon } from "./rules/no-grant-ends-soon.js";
import { permissionSetsAreAsDeclared } from "./rules/permission-sets-are-as-declared.js";
import { permissionSetsAreDeclared } from "./rules/permission-sets-are-declared.js";
import { permissionSetsAreProvisioned } from "./rules/permission-sets-are-provisioned.js";
import { principalsExist } from "./rules/principals-exist.js";
import { quotasHaveRoom } from "./rules/quotas-have-room.js";
import { recordedGrantsAreInAws } from "./rules/recorded-grants-are-in-aws.js";
import { requiredGroupsHaveMembers } from "./rules/required-groups-have-members.js";
import { rootAccessStaysInManagement } from "./rules/root-access-stays-in-management.js";

/** By code. */
const rules: readonly AuditRule[] = [
  declaredGrantsAreInAws,
  awsGrantsAreDeclared,
  principalsExist,
  groupsKeepTheirIds,
  permissionSetsAreDeclared,
  permissionSetsAreAsDeclared,
  permissionSetsAreProvisioned,
  endedGrantsAreGone,
  noGrantEndsSoon,
  requiredGroupsHaveMembers,
  groupsAreSyncedAlike,
  accountsAreActive,
  accessGoesThroughGroups,
  rootAccessStaysInManagement,
  quotasHaveRoom,
  deployedAccessIsInTheState,
  recordedGrantsAreInAws,
];

/** Every finding, the most severe first, then by code and subject. */
export function audit(facts: IndexedFacts): readonly Finding[] {
  return rules
    .flatMap((rule) => rule(facts))
    .map((finding) => ({ finding, key: findingKey(finding) }))
    .sort(
      (a, b) =>
        severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity) ||
        compareText(a.key, b.key),
    )
    .map(({ finding }) => finding);
}
