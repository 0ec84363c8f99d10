import type {
  DescribeOrganizationResponse,
  ListAWSServiceAccessForOrganizationRequest,
  ListAWSServiceAccessForOrganizationResponse,
  ListDelegatedAdministratorsResponse,
} from "@aws-sdk/client-organizations";
import type { Checked, Context } from "../service/operation.js";
import { page } from "../service/page.js";
import { arnOf, paging } from "./find.js";

export function describeOrganization(context: Context): DescribeOrganizationResponse {
  const { id, managementAccountId, accounts } = context.world.organization;
  return {
    Organization: {
      Id: id,
      Arn: arnOf(context, "organization"),
      FeatureSet: "ALL",
      MasterAccountArn: arnOf(context, "account", managementAccountId),
      MasterAccountId: managementAccountId,
      MasterAccountEmail: accounts[managementAccountId]?.email ?? "",
      AvailablePolicyTypes: [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }],
    },
  };
}

/** There are none: the sandbox's caller is the management account. */
export function listDelegatedAdministrators(): ListDelegatedAdministratorsResponse {
  return { DelegatedAdministrators: [] };
}

/** Identity Center is the one service that was given access. */
export function listServiceAccess(
  context: Context,
  input: Checked<ListAWSServiceAccessForOrganizationRequest>,
): ListAWSServiceAccessForOrganizationResponse {
  const { items, next } = page(context, input, ["sso.amazonaws.com"], (name) => name, paging);
  const since = new Date(context.world.organization.createdAt);
  return {
    EnabledServicePrincipals: items.map((name) => ({ ServicePrincipal: name, DateEnabled: since })),
    ...next,
  };
}
