import { TerraformElement, type TerraformStack } from "#cdktf";
import { assignmentAddress, resourceType } from "../../src/access/address.js";
import type { Grant } from "../../src/access/model.js";
import { escapeTemplate } from "../escape.js";
import { plainData } from "../plain-data.js";
import type { InstanceRef } from "./instance.js";
import { type PoliciesOf, permissionSetArn } from "./permission-sets.js";
import type { PrincipalIds } from "./principals.js";

/** What an assignment refers to. */
export interface AssignmentParts {
  readonly instance: InstanceRef;
  readonly principalIds: PrincipalIds;
  readonly policiesOf: PoliciesOf;
}

/** Adds one resource per grant. */
export function addAssignments(
  stack: TerraformStack,
  grants: readonly Grant[],
  parts: AssignmentParts,
): void {
  new Assignments(stack, "assignments", renderAssignments(grants, parts));
}

/** All assignments in one construct: a construct for each costs more than three times as much. */
class Assignments extends TerraformElement {
  readonly #resources: Readonly<Record<string, object>>;

  constructor(stack: TerraformStack, id: string, resources: Readonly<Record<string, object>>) {
    super(stack, id);
    this.#resources = resources;
  }

  override toTerraform(): object {
    if (Object.keys(this.#resources).length === 0) return {};
    return { resource: { [resourceType.assignment]: plainData(this.#resources) } };
  }

  override toHclTerraform(): never {
    throw new Error(
      "CDKTF's HCL writer would keep one assignment only: render the whole stack with AwsSsoStack",
    );
  }
}

function renderAssignments(grants: readonly Grant[], parts: AssignmentParts): Record<string, object> {
  const { instance, principalIds, policiesOf } = parts;
  const sets = new Map<string, object>();
  for (const [name, policies] of policiesOf) {
    const dependsOn = policies.length === 0 ? {} : { depends_on: policies };
    sets.set(name, { permission_set_arn: permissionSetArn(name), ...dependsOn });
  }
  return Object.fromEntries(
    grants.map((grant) => [
      assignmentAddress(grant),
      {
        instance_arn: instance.arn,
        ...known(sets, grant.permissionSet),
        principal_id: known(principalIds[grant.principalType], grant.principalName),
        principal_type: grant.principalType,
        target_id: escapeTemplate(grant.accountId),
        target_type: "AWS_ACCOUNT",
      },
    ]),
  );
}

function known<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name);
  if (value === undefined)
    throw new Error(`the access model grants ${JSON.stringify(name)} but does not list it`);
  return value;
}
