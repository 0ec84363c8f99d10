import { type InstanceMetadata, paginateListInstances } from "@aws-sdk/client-sso-admin";
import type { AwsClients } from "./clients.js";
import type { Instance } from "./directory.js";
import { problemError } from "./problem/problem.js";

/** The organization's Identity Center instance in this region; an `AwsProblem` is thrown when there is none. */
export async function readInstance(
  clients: AwsClients,
  region: string,
  managementAccountId: string,
): Promise<Instance> {
  const found: InstanceMetadata[] = [];
  for await (const page of paginateListInstances({ client: clients.ssoAdmin, pageSize: 100 }, {})) {
    found.push(...(page.Instances ?? []));
  }
  // Member accounts may own instances too, but those cannot grant access to accounts.
  const ours = found.find((instance) => instance.OwnerAccountId === managementAccountId);
  const { InstanceArn: arn, IdentityStoreId: identityStoreId } = ours ?? {};
  if (arn === undefined || identityStoreId === undefined) {
    throw problemError(found.length > 0 ? onlyAccountInstances(region, found.length) : notEnabled(region));
  }
  return { arn, identityStoreId, ownerAccountId: managementAccountId, region };
}

function notEnabled(region: string) {
  return {
    code: "IDC505",
    message: `IAM Identity Center is not enabled in ${region}, or not visible to this account`,
    hint: `an organization has it in one home region: if that is another (often us-east-1, us-west-2, eu-west-1 or eu-central-1), set \`region\` in the catalog to it; if it has none yet, enable IAM Identity Center in the management account's console in ${region}`,
  };
}

function onlyAccountInstances(region: string, count: number) {
  return {
    code: "IDC505",
    message: `only ${count === 1 ? "an account instance" : "account instances"} of IAM Identity Center can be seen in ${region}, which cannot grant access to AWS accounts`,
    hint: "enable IAM Identity Center for the organization in the management account, or set `region` in the catalog to its home region",
  };
}
