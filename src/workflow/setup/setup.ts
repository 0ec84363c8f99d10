import type { SetupItem } from "./item.js";
import { accountMayAdminister } from "./items/account.js";
import { catalogIsValid } from "./items/catalog.js";
import { callerIsKnown } from "./items/credentials.js";
import { accessIsDeployed } from "./items/deployed.js";
import { requiredGroupsExist } from "./items/groups.js";
import { identitySourceIsExternal } from "./items/identity-source.js";
import { identityCenterIsEnabled } from "./items/instance.js";
import { requiredGroupsHaveMembers } from "./items/members.js";
import { mfaIsEnforced } from "./items/mfa.js";
import { organizationHasAllFeatures } from "./items/organization.js";
import { providerIsChosen } from "./items/provider.js";
import { rootAccessIsCentralized } from "./items/root-access.js";
import { scimIsAlive } from "./items/scim.js";
import { somebodySignedIn } from "./items/sign-in.js";
import { terraformIsInstalled } from "./items/terraform.js";
import type { SetupFacts } from "./setup-facts.js";

/** In the order in which they are done. */
const items: readonly ((facts: SetupFacts) => SetupItem)[] = [
  terraformIsInstalled,
  catalogIsValid,
  callerIsKnown,
  organizationHasAllFeatures,
  identityCenterIsEnabled,
  accountMayAdminister,
  providerIsChosen,
  identitySourceIsExternal,
  scimIsAlive,
  requiredGroupsExist,
  requiredGroupsHaveMembers,
  mfaIsEnforced,
  accessIsDeployed,
  somebodySignedIn,
  rootAccessIsCentralized,
];

/** Where an organization is on the way to its first deploy. Pure: every line follows from the facts. */
export function setupItems(facts: SetupFacts): readonly SetupItem[] {
  return items.map((item) => item(facts));
}
