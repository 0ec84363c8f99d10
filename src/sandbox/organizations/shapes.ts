import { integer, list, oneOf, structure, text } from "../shape/shape.js";

// Facts of the API model of organizations (2016-11-28).

const root = "r-[0-9a-z]{4,32}";
const unit = "ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}";
const tagText = "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*";
const AccountId = text(12, 12, "\\d{12}");
const ParentId = text(1, 100, `${root}|${unit}`);
const ResourceId = text(
  1,
  130,
  `${root}|\\d{12}|${unit}|p-[0-9a-zA-Z_]{8,128}|rp-[0-9a-zA-Z_]{4,128}|rt-[0-9a-zA-Z_]{8,32}`,
);
const NextToken = text(0, 100_000);
const ServicePrincipal = text(1, 128, "[\\w+=,.@\\-]*");
const paging = { NextToken, MaxResults: integer(1, 20) };
const tagKey = text(1, 128, tagText);

/** The input of every operation of organizations that the sandbox has. */
export const shapes = {
  DescribeOrganization: structure({}),
  ListRoots: structure({}, paging),
  ListAccounts: structure({}, paging),
  DescribeAccount: structure({ AccountId }),
  ListAccountsForParent: structure({ ParentId }, paging),
  ListOrganizationalUnitsForParent: structure({ ParentId }, paging),
  DescribeOrganizationalUnit: structure({ OrganizationalUnitId: text(1, 68, unit) }),
  ListParents: structure({ ChildId: text(1, 100, `\\d{12}|${unit}`) }, paging),
  ListChildren: structure({ ParentId, ChildType: oneOf("ACCOUNT", "ORGANIZATIONAL_UNIT") }, paging),
  ListTagsForResource: structure({ ResourceId }, { NextToken }),
  TagResource: structure({
    ResourceId,
    Tags: list(structure({ Key: tagKey, Value: text(0, 256, tagText) })),
  }),
  UntagResource: structure({ ResourceId, TagKeys: list(tagKey) }),
  ListDelegatedAdministrators: structure({}, { ServicePrincipal, ...paging }),
  ListAWSServiceAccessForOrganization: structure({}, paging),
  EnableAWSServiceAccess: structure({ ServicePrincipal }),
  DisableAWSServiceAccess: structure({ ServicePrincipal }),
  MoveAccount: structure({ AccountId, SourceParentId: ParentId, DestinationParentId: ParentId }),
  CloseAccount: structure({ AccountId }),
} as const;
