import { integer, list, oneOf, structure, text } from "../shape/shape.js";

// Facts of the API model of sso-admin (2020-07-20): lengths, patterns and value sets of its members.

const instance = "arn:aws(-[a-z]{1,5}){0,3}:sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}";
const permissionSet =
  "arn:aws(-[a-z]{1,5}){0,3}:sso:::permissionSet/(sso)?ins-[a-zA-Z0-9-.]{16}/ps-[a-zA-Z0-9-./]{16}";
const taggable =
  "arn:aws(-[a-z]{1,5}){0,3}:sso::((:instance/(sso)?ins-[a-zA-Z0-9-.]{16})|(:permissionSet/(sso)?ins-[a-zA-Z0-9-.]{16}/ps-[a-zA-Z0-9-./]{16})|(\\d{12}:application/(sso)?ins-[a-zA-Z0-9-.]{16}/apl-[a-zA-Z0-9]{16})|(\\d{12}:trustedTokenIssuer/(sso)?ins-[a-zA-Z0-9-.]{16}/tti-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}))";
const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const managedPolicy =
  "arn:aws(-[a-z]{1,5}){0,3}:iam::aws:policy((/[A-Za-z0-9\\.,\\+@=_\\-]+)*)/([A-Za-z0-9\\.,\\+=@_\\-]+)";
const tagText = "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*";

export const instanceArn = text(10, 1224, instance);
export const permissionSetArn = text(10, 1224, permissionSet);
export const taggableArn = text(10, 2048, taggable);
export const permissionSetName = text(1, 32, "[\\w+=,.@\\-]+");
export const description = text(1, 700, "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*");
export const duration = text(
  1,
  100,
  "(-?)P(?=\\d|T\\d)(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)([DW]))?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+(?:\\.\\d+)?)S)?)?",
);
export const relayState = text(1, 240, "[a-zA-Z0-9&$@#\\\\\\/%?=~\\-_'\"|!:,.;*+\\[\\] \\(\\)\\{\\}]+");
export const policyDocument = text(1, 32_768, "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+");
export const managedPolicyArn = text(20, 2048, managedPolicy);
export const policyReference = structure(
  { Name: text(1, 128, "[\\w+=,.@\\-]+") },
  { Path: text(1, 512, "((/[A-Za-z0-9\\.,\\+@=_\\-]+)*)/") },
);
export const boundary = structure(
  {},
  { CustomerManagedPolicyReference: policyReference, ManagedPolicyArn: managedPolicyArn },
);
export const accountId = text(12, 12, "\\d{12}");
export const principalId = text(
  1,
  47,
  "([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}",
);
export const principalType = oneOf("USER", "GROUP");
export const requestId = text(36, 36, uuid);
export const tagKey = text(1, 128, tagText);
export const tags = list(structure({ Key: tagKey, Value: text(0, 256, tagText) }), 0, 75);
export const tagKeys = list(tagKey, 1, 75);
export const statusFilter = structure({}, { Status: oneOf("IN_PROGRESS", "FAILED", "SUCCEEDED") });
export const provisioningStatus = oneOf(
  "LATEST_PERMISSION_SET_PROVISIONED",
  "LATEST_PERMISSION_SET_NOT_PROVISIONED",
);
export const paging = { MaxResults: integer(1, 100), NextToken: text(0, 2048, "[\\-a-zA-Z0-9+=/_]*") };
