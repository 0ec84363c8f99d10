import type {
  DescribeInstanceRequest,
  DescribeInstanceResponse,
  InstanceMetadata,
  ListInstancesRequest,
  ListInstancesResponse,
} from "@aws-sdk/client-sso-admin";
import type { Checked, Context } from "../service/operation.js";
import { page } from "../service/page.js";
import type { InstanceRecord } from "../world/world.js";
import { findInstance, paging } from "./find.js";

/** The instance, when the caller is in its region; elsewhere the list is empty and no error. */
export function listInstances(context: Context, input: Checked<ListInstancesRequest>): ListInstancesResponse {
  const { instance } = context.world;
  const here = context.region === instance.region ? [instance] : [];
  const { items, next } = page(context, input, here, (item) => item.arn, paging);
  return { Instances: items.map(metadata), ...next };
}

export function describeInstance(
  context: Context,
  input: Checked<DescribeInstanceRequest>,
): DescribeInstanceResponse {
  return metadata(findInstance(context, input.InstanceArn));
}

function metadata(instance: InstanceRecord): InstanceMetadata {
  return {
    InstanceArn: instance.arn,
    IdentityStoreId: instance.identityStoreId,
    OwnerAccountId: instance.ownerAccountId,
    CreatedDate: new Date(instance.createdAt),
    Status: "ACTIVE",
  };
}
