import { assignmentsGrantSomething } from "./assignments-grant-something.js";
import { backendArnsAreArns, backendIsAMap, backendTypeIsSupported } from "./backends-are-valid.js";
import { customerManagedPoliciesAreValid } from "./customer-policies-are-valid.js";
import { inlinePoliciesAreComplete } from "./inline-policies-are-valid.js";
import { keysAreKnown } from "./keys-are-known.js";
import {
  createdGroupsAreListedOnce,
  createdGroupsAreNotSynced,
  identityRolesHaveTemplate,
  principalNamesAreUsable,
  stateBackendIsComplete,
  teamPatternHasPlace,
} from "./names-are-usable.js";
import { overriddenSetsExist, permissionSetsExist, setsAreListedOnce } from "./permission-sets-exist.js";
import type { Rule } from "./rule.js";
import {
  descriptionsAreValid,
  relayStatesAreValid,
  sessionDurationsAreValid,
  tagsAreValid,
} from "./set-fields-are-valid.js";
import { permissionSetNamesAreUnique, permissionSetNamesAreValid } from "./set-names-are-valid.js";
import {
  boundariesNameOnePolicy,
  inlinePoliciesFit,
  managedPoliciesAreValid,
} from "./set-policies-are-valid.js";
import { yamlTagsAreKnown } from "./tags-are-known.js";

/** Every rule of the catalog that needs no accounts. All run, also after schema errors. */
export const rules: readonly Rule[] = [
  yamlTagsAreKnown,
  keysAreKnown,
  assignmentsGrantSomething,
  permissionSetsExist,
  overriddenSetsExist,
  setsAreListedOnce,
  permissionSetNamesAreValid,
  permissionSetNamesAreUnique,
  descriptionsAreValid,
  relayStatesAreValid,
  sessionDurationsAreValid,
  tagsAreValid,
  managedPoliciesAreValid,
  boundariesNameOnePolicy,
  inlinePoliciesFit,
  principalNamesAreUsable,
  createdGroupsAreListedOnce,
  createdGroupsAreNotSynced,
  identityRolesHaveTemplate,
  teamPatternHasPlace,
  stateBackendIsComplete,
  backendTypeIsSupported,
  backendIsAMap,
  backendArnsAreArns,
  customerManagedPoliciesAreValid,
  inlinePoliciesAreComplete,
];
