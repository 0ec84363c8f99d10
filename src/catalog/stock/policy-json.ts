import type { PermissionSet, PolicyDocument } from "../permission-set.js";

/** One Allow statement. */
export function allow(
  sid: string,
  actions: string | readonly string[],
  resources: string | readonly string[],
): PolicyDocument {
  return { Sid: sid, Effect: "Allow", Action: actions, Resource: resources };
}

/** A policy document of statements. */
export function policy(...statements: readonly PolicyDocument[]): PolicyDocument {
  return { Version: "2012-10-17", Statement: statements };
}

/** The ARN of an AWS managed policy, from its path and name. */
export function awsManaged(partition: string, pathAndName: string): string {
  return `arn:${partition}:iam::aws:policy/${pathAndName}`;
}

/** A permission set from its name, its purpose and what differs from an empty one. */
export function permissionSet(
  name: string,
  description: string | null,
  fields: Partial<PermissionSet>,
): PermissionSet {
  return {
    name,
    description,
    managedPolicies: [],
    customerManagedPolicies: [],
    inlinePolicy: null,
    permissionsBoundary: null,
    sessionDuration: null,
    relayState: null,
    tags: {},
    ...fields,
  };
}
