import { managedPolicyNames as awsNames } from "../../policy/managed-policy.js";
import { alwaysSets } from "../stock/always.js";
import { optionalSetNames } from "../stock/optional.js";
import { terraformSetNames } from "../stock/terraform.js";

/** Permission sets that can exist without being defined; there may be others, by any name. */
export const permissionSetNames: readonly string[] = [
  ...alwaysSets({ partition: "aws", sessionDuration: null, tags: {} }).map((set) => set.name),
  ...terraformSetNames,
  ...optionalSetNames,
];

/** AWS managed policies by name; they may be written with their path or as an ARN too. */
export const managedPolicyNames: readonly string[] = [...awsNames()];

/** Durations of whole hours that AWS allows for a session. */
export const sessionLengths: readonly string[] = Array.from({ length: 12 }, (_, i) => `PT${i + 1}H`);

/** Regions with Identity Center. AWS opens new ones, so that another is no mistake. */
export const regions: readonly string[] = [
  ...["us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "ca-west-1", "mx-central-1"],
  ...["sa-east-1", "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1"],
  ...["eu-west-2", "eu-west-3", "il-central-1", "me-central-1", "me-south-1", "af-south-1", "ap-east-1"],
  ...["ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-1"],
  ...["ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-7"],
  ...["us-gov-east-1", "us-gov-west-1", "cn-north-1", "cn-northwest-1"],
];
