import type {
  DescribeOrganizationResponse,
  DisableAWSServiceAccessRequest,
  EnableAWSServiceAccessRequest,
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

/** Identity Center always has access; others once they were given it. */
export function listServiceAccess(
  context: Context,
  input: Checked<ListAWSServiceAccessForOrganizationRequest>,
): ListAWSServiceAccessForOrganizationResponse {
  const { trustedServices = [], createdAt } = context.world.organization;
  const all = ["sso.amazonaws.com", ...trustedServices].sort();
  const { items, next } = page(context, input, all, (name) => name, paging);
  const since = new Date(createdAt);
  return {
    EnabledServicePrincipals: items.map((name) => ({ ServicePrincipal: name, DateEnabled: since })),
    ...next,
  };
}

export function enableServiceAccess(
  { world: { organization } }: Context,
  { ServicePrincipal: name }: Checked<EnableAWSServiceAccessRequest>,
): object {
  const before = organization.trustedServices ?? [];
  if (name !== "sso.amazonaws.com" && !before.includes(name))
    organization.trustedServices = [...before, name];
  return {};
}

export function disableServiceAccess(
  { world: { organization } }: Context,
  { ServicePrincipal: name }: Checked<DisableAWSServiceAccessRequest>,
): object {
  organization.trustedServices = (organization.trustedServices ?? []).filter((other) => other !== name);
  return {};
}
