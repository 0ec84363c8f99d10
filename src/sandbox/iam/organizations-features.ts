import type { FeatureType, ListOrganizationsFeaturesResponse } from "@aws-sdk/client-iam";
import { failure } from "../service/failure.js";
import type { Context } from "../service/operation.js";
import type { OrganizationRecord } from "../world/organization.js";

type Features = Required<Pick<ListOrganizationsFeaturesResponse, "OrganizationId" | "EnabledFeatures">>;

/** Centralized root access of the organization, which IAM has only once Organizations trusts it. */
export function listFeatures({ world }: Context): Features {
  return featuresOf(trusting(world.organization));
}

/** The operation that switches a feature on. */
export function enable(feature: FeatureType): (context: Context) => Features {
  return ({ world }) => {
    const organization = trusting(world.organization);
    const before = organization.rootFeatures ?? [];
    organization.rootFeatures = [...before.filter((name) => name !== feature), feature].sort();
    return featuresOf(organization);
  };
}

/** The operation that switches a feature off. */
export function disable(feature: FeatureType): (context: Context) => Features {
  return ({ world }) => {
    const organization = trusting(world.organization);
    organization.rootFeatures = (organization.rootFeatures ?? []).filter((name) => name !== feature);
    return featuresOf(organization);
  };
}

function trusting(organization: OrganizationRecord): OrganizationRecord {
  if (organization.trustedServices?.includes("iam.amazonaws.com") === true) return organization;
  throw failure(
    "ServiceAccessNotEnabled",
    "You must enable trusted access for iam.amazonaws.com in AWS Organizations before you can perform this action.",
  );
}

function featuresOf({ id, rootFeatures = [] }: OrganizationRecord): Features {
  return { OrganizationId: id, EnabledFeatures: rootFeatures.map((name) => name as FeatureType) };
}
