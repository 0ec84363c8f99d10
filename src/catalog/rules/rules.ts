import { assignmentsGrantSomething } from "./assignments-grant-something.js";
import {
  backendArnsAreArns,
  backendHasAType,
  backendIsAMap,
  backendSettingsAreUsable,
  backendTypeIsSupported,
} from "./backends-are-valid.js";
import { customerManagedPoliciesAreValid } from "./customer-policies-are-valid.js";
import { expiriesAreInstants } from "./expiries-are-instants.js";
import { inlinePoliciesAllowSomething, inlinePoliciesAreSound } from "./inline-policies-are-sound.js";
import { inlinePoliciesAreComplete } from "./inline-policies-are-valid.js";
import { keysAreKnown } from "./keys-are-known.js";
import { namesAreReadAlike } from "./names-are-read-alike.js";
import {
  createdGroupsAreListedOnce,
  createdGroupsAreNotSynced,
  identityRolesHaveTemplate,
  principalNamesAreUsable,
  stateBackendIsComplete,
  teamPatternHasPlace,
} from "./names-are-usable.js";
import { optionalSetsExist } from "./optional-sets-exist.js";
import { overriddenSetsExist, permissionSetsExist, setsAreListedOnce } from "./permission-sets-exist.js";
import type { Rule } from "./rule.js";
import {
  sessionTypesAreGranted,
  sessionVariantsAreSaid,
  terraformSetsKeepTheirSession,
} from "./sessions-are-usable.js";
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
  managedPoliciesFit,
} from "./set-policies-are-valid.js";
import { stateBackendTrustsNames } from "./state-backend-trusts-names.js";
import { yamlTagsAreKnown } from "./tags-are-known.js";
import { unitsAreNamed } from "./units-are-named.js";

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
  managedPoliciesFit,
  boundariesNameOnePolicy,
  inlinePoliciesFit,
  principalNamesAreUsable,
  namesAreReadAlike,
  createdGroupsAreListedOnce,
  createdGroupsAreNotSynced,
  identityRolesHaveTemplate,
  teamPatternHasPlace,
  stateBackendIsComplete,
  backendTypeIsSupported,
  backendIsAMap,
  backendHasAType,
  backendSettingsAreUsable,
  backendArnsAreArns,
  customerManagedPoliciesAreValid,
  inlinePoliciesAreComplete,
  inlinePoliciesAreSound,
  inlinePoliciesAllowSomething,
  stateBackendTrustsNames,
  expiriesAreInstants,
  sessionTypesAreGranted,
  terraformSetsKeepTheirSession,
  sessionVariantsAreSaid,
  optionalSetsExist,
  unitsAreNamed,
];
