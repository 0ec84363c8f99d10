import { iam } from "./iam/service.js";
import { identityStore } from "./identity-store/service.js";
import { organizations } from "./organizations/service.js";
import type { QueryService } from "./protocol/query.js";
import type { Service } from "./service/operation.js";
import { ssoAdmin } from "./sso-admin/service.js";
import { sts } from "./sts/service.js";

/** The services of the JSON protocol by the prefix of `X-Amz-Target`. */
export const jsonTargets: ReadonlyMap<string, Service> = new Map([
  ["SWBExternalService", ssoAdmin],
  ["AWSIdentityStore", identityStore],
  ["AWSOrganizationsV20161128", organizations],
]);

/** The services of the query protocol by their API version. */
export const queryVersions: ReadonlyMap<string, QueryService> = new Map([
  ["2011-06-15", { service: sts, namespace: "https://sts.amazonaws.com/doc/2011-06-15/" }],
  ["2010-05-08", { service: iam, namespace: "https://iam.amazonaws.com/doc/2010-05-08/" }],
]);
