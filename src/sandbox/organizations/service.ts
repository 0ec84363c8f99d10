import { type Operation, reading, type Service, writing } from "../service/operation.js";
import {
  closeAccount,
  describeAccount,
  listAccounts,
  listAccountsForParent,
  moveAccount,
} from "./accounts.js";
import {
  describeOrganization,
  disableServiceAccess,
  enableServiceAccess,
  listDelegatedAdministrators,
  listServiceAccess,
} from "./organization.js";
import { shapes as s } from "./shapes.js";
import { listTags, tagResource, untagResource } from "./tags.js";
import { describeUnit, listChildren, listParents, listRoots, listUnitsForParent } from "./tree.js";

const operations: Readonly<Record<keyof typeof s, Operation>> = {
  DescribeOrganization: reading(s.DescribeOrganization, describeOrganization),
  ListRoots: reading(s.ListRoots, listRoots),
  ListAccounts: reading(s.ListAccounts, listAccounts),
  DescribeAccount: reading(s.DescribeAccount, describeAccount),
  ListAccountsForParent: reading(s.ListAccountsForParent, listAccountsForParent),
  ListOrganizationalUnitsForParent: reading(s.ListOrganizationalUnitsForParent, listUnitsForParent),
  DescribeOrganizationalUnit: reading(s.DescribeOrganizationalUnit, describeUnit),
  ListParents: reading(s.ListParents, listParents),
  ListChildren: reading(s.ListChildren, listChildren),
  ListTagsForResource: reading(s.ListTagsForResource, listTags),
  TagResource: writing(s.TagResource, tagResource),
  UntagResource: writing(s.UntagResource, untagResource),
  ListDelegatedAdministrators: reading(s.ListDelegatedAdministrators, listDelegatedAdministrators),
  ListAWSServiceAccessForOrganization: reading(s.ListAWSServiceAccessForOrganization, listServiceAccess),
  EnableAWSServiceAccess: writing(s.EnableAWSServiceAccess, enableServiceAccess),
  DisableAWSServiceAccess: writing(s.DisableAWSServiceAccess, disableServiceAccess),
  MoveAccount: writing(s.MoveAccount, moveAccount),
  CloseAccount: writing(s.CloseAccount, closeAccount),
};

/** AWS Organizations, `AWSOrganizationsV20161128`; its caller is the management account. */
export const organizations: Service = {
  name: "organizations",
  operations: new Map(Object.entries(operations)),
  invalidCode: "InvalidInputException",
  throttle: "none",
  requestsPerSecond: 0,
};
