import { failureOf } from "../failure.js";
import { itemsOf, type SetupItem } from "../item.js";
import type { SetupFacts } from "../setup-facts.js";

const { done, todo, unknown } = itemsOf("organization", "organization");

/** The code of an account that is in no organization. */
const noOrganization = "IDC507";

export function organizationHasAllFeatures({ organization }: SetupFacts): SetupItem {
  const failure = failureOf(organization, "AWS credentials");
  if (failure?.code === noOrganization) return todo(failure.found, ...failure.next);
  if (organization === null || !organization.ok) {
    return unknown(failure?.found ?? "", ...(failure?.next ?? []));
  }
  const { managementAccountId, allFeatures } = organization.value;
  if (allFeatures) return done(`all features, management account ${managementAccountId}`);
  return todo(
    `the organization of ${managementAccountId} only bills together: Identity Center needs all features`,
    "in the management account, run `aws organizations enable-all-features`; every member account has to agree",
  );
}
