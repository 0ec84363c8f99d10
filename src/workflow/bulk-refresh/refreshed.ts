import { resourceType } from "../../access/address.js";
import type { LiveSet } from "../../directory/all-access.js";
import { asObjects, asText, type JsonObject } from "../../terraform/json.js";
import { assignmentKey, type Live } from "./live.js";

/** What the state has of an object: every attribute. */
type Values = JsonObject;

/**
 * What a refresh would write for an object of the state: every attribute that the provider knows, nothing else.
 * A text says why there is nothing to compare with. Attributes that a refresh leaves alone are taken from the state.
 */
export type Refreshed = (values: Values, live: Live) => Values | string;

const missing = "is not in AWS";

/** By Terraform type: all that the stack emits, as AWS provider 5.100.0 keeps it. A type that is not here is never proven. */
export const refreshed: ReadonlyMap<string, Refreshed> = new Map<string, Refreshed>([
  [resourceType.permissionSet, permissionSet],
  [resourceType.managedPolicyAttachment, managedPolicy],
  [resourceType.customerManagedPolicyAttachment, customerManagedPolicy],
  [resourceType.inlinePolicy, inlinePolicy],
  [resourceType.boundary, boundary],
  [resourceType.assignment, assignment],
  [resourceType.group, group],
]);

/** The date a set was created cannot become another one while its ARN stays, and timeouts are nothing of AWS. */
function permissionSet(values: Values, live: Live): Values | string {
  const set = setOf(values["arn"], live);
  if (set === null) return missing;
  return {
    id: `${set.arn},${live.instance.arn}`,
    arn: set.arn,
    instance_arn: live.instance.arn,
    name: set.name,
    description: set.description ?? "",
    session_duration: set.sessionDuration ?? "",
    relay_state: set.relayState ?? "",
    tags: set.tags,
    tags_all: set.tags,
    created_date: asText(values["created_date"]),
    timeouts: values["timeouts"],
  };
}

function managedPolicy(values: Values, live: Live): Values | string {
  const set = setOf(values["permission_set_arn"], live);
  const arn = asText(values["managed_policy_arn"]);
  if (set === null || arn === null || !set.managedPolicies.includes(arn)) return missing;
  return {
    ...attached(values, set, live, [arn]),
    managed_policy_arn: arn,
    managed_policy_name: arn.slice(arn.lastIndexOf("/") + 1),
  };
}

function customerManagedPolicy(values: Values, live: Live): Values | string {
  const set = setOf(values["permission_set_arn"], live);
  const [reference] = asObjects(values["customer_managed_policy_reference"]);
  const policy = set?.customerManagedPolicies.find(
    ({ name, path }) => name === reference?.["name"] && path === reference?.["path"],
  );
  if (set === null || policy === undefined) return missing;
  const { name, path } = policy;
  return {
    ...attached(values, set, live, [name, path]),
    customer_managed_policy_reference: [{ name, path }],
  };
}

function inlinePolicy(values: Values, live: Live): Values | string {
  const set = setOf(values["permission_set_arn"], live);
  if (set === null || set.inlinePolicy === null) return missing;
  return { ...attached(values, set, live, []), inline_policy: set.inlinePolicy };
}

function boundary(values: Values, live: Live): Values | string {
  const set = setOf(values["permission_set_arn"], live);
  const policy = set?.permissionsBoundary ?? null;
  if (set === null || policy === null) return missing;
  const ofAws = "managedPolicyArn" in policy;
  return {
    ...attached(values, set, live, []),
    permissions_boundary: [
      {
        managed_policy_arn: ofAws ? policy.managedPolicyArn : "",
        customer_managed_policy_reference: ofAws ? [] : [{ name: policy.name, path: policy.path }],
      },
    ],
  };
}

/** In an account that is not active the provider's own look at the assignment may fail: nothing is proven there. */
function assignment(values: Values, live: Live): Values | string {
  const permissionSetArn = asText(values["permission_set_arn"]);
  const accountId = asText(values["target_id"]);
  const principalId = asText(values["principal_id"]);
  const principalType = values["principal_type"];
  if (permissionSetArn === null || accountId === null || principalId === null) return missing;
  if (principalType !== "GROUP" && principalType !== "USER") return missing;
  const key = assignmentKey({ accountId, permissionSetArn, principalType, principalId });
  if (!live.activeAccounts.has(accountId)) return "is in an account that is not active";
  if (!live.assignments.has(key)) return missing;
  const { arn } = live.instance;
  return {
    id: [principalId, principalType, accountId, "AWS_ACCOUNT", permissionSetArn, arn].join(),
    instance_arn: arn,
    permission_set_arn: permissionSetArn,
    principal_id: principalId,
    principal_type: principalType,
    target_id: accountId,
    target_type: "AWS_ACCOUNT",
    timeouts: values["timeouts"],
  };
}

function group(values: Values, live: Live): Values | string {
  const details = live.groups.get(asText(values["group_id"]) ?? "");
  if (details === undefined) return missing;
  const { identityStoreId } = live.instance;
  return {
    id: `${identityStoreId}/${details.id}`,
    identity_store_id: identityStoreId,
    group_id: details.id,
    display_name: details.displayName ?? "",
    description: details.description ?? "",
    external_ids: details.externalIds,
  };
}

/** What everything attached to a set has; the id begins with what is attached. */
function attached(values: Values, set: LiveSet, { instance }: Live, before: readonly string[]): Values {
  return {
    id: [...before, set.arn, instance.arn].join(),
    instance_arn: instance.arn,
    permission_set_arn: set.arn,
    timeouts: values["timeouts"],
  };
}

function setOf(arn: unknown, { sets }: Live): LiveSet | null {
  return sets.get(asText(arn) ?? "") ?? null;
}
