import {
  assignmentAddress,
  boundaryAddress,
  customerManagedPolicyAttachmentAddress,
  groupAddress,
  inlinePolicyAddress,
  managedPolicyAttachmentAddress,
  permissionSetAddress,
  resourceType,
} from "../../../src/access/address.js";
import type { AccessModel, PermissionSet } from "../../../src/access/model.js";
import type { Catalog } from "../../../src/catalog/catalog.js";
import type { Directory } from "../../../src/directory/directory.js";
import { readPlan } from "../../../src/terraform/plan-json.js";
import { readState } from "../../../src/terraform/state-json.js";
import { summarizePlan } from "../../../src/workflow/summary/summarize-plan.js";
import { catalogOf } from "../../doubles/catalog.js";
import { modelOf } from "../../doubles/facts.js";
import { type ChangeJson, change, planJson, stateJson } from "../../doubles/plan-json.js";

type Vars = Readonly<Record<string, unknown>>;
type Values = Readonly<Record<string, unknown>>;

/** The summary of the plan that turns what one catalog says into what another says; null is no catalog yet. */
export function summaryBetween(directory: Directory, before: Vars | null, after: Vars) {
  const catalog = catalogOf(after);
  const model = modelOf(catalog, directory);
  const old = before === null ? new Map() : objectsOf(modelOf(catalogOf(before), directory), directory);
  return summaryOf({ directory, catalog, model, changes: changesBetween(old, objectsOf(model, directory)) });
}

/** The summary of these changes; the state holds what they have before, and `state`. */
export function summaryOf(input: {
  readonly directory: Directory;
  readonly catalog: Catalog;
  readonly model: AccessModel;
  readonly changes: readonly ChangeJson[];
  readonly state?: readonly { readonly address: string; readonly values: Values }[];
}) {
  const { directory, catalog, model, changes, state = [] } = input;
  return summarizePlan({
    plan: readPlan(planJson(...changes)),
    model,
    catalog,
    directory,
    state: readState(stateJson(...state)),
  });
}

/** What Terraform would plan, unchanged objects included. */
export function changesBetween(
  before: ReadonlyMap<string, Values>,
  after: ReadonlyMap<string, Values>,
): readonly ChangeJson[] {
  return [...new Set([...before.keys(), ...after.keys()])].map((address) => {
    const [old, now] = [before.get(address), after.get(address)];
    if (old === undefined) return change("create", address, {}, known(now ?? {}, before));
    if (now === undefined) return change("delete", address, old);
    return change(JSON.stringify(old) === JSON.stringify(now) ? "no-op" : "update", address, old, now);
  });
}

/** What is only known after the apply is missing from a plan: the ARN of a new set. */
function known({ arn: _arn, ...values }: Values, before: ReadonlyMap<string, Values>): Values {
  const { permission_set_arn: set, ...others } = values;
  return [...before.values()].some((v) => v["arn"] === set) ? values : others;
}

/** Address -> attributes of everything that the stack makes of a model. */
export function objectsOf(model: AccessModel, directory: Directory): ReadonlyMap<string, Values> {
  const ids = new Map([
    ...directory.groups.map((g) => [g.displayName, g.id] as const),
    ...directory.users.map((u) => [u.userName, u.id] as const),
  ]);
  return new Map<string, Values>([
    ...model.permissionSets.flatMap(setObjects),
    ...model.principals
      .filter((p) => p.created)
      .map((p) => [`${resourceType.group}.${groupAddress(p.name)}`, { display_name: p.name }] as const),
    ...model.grants.map((g) => {
      const values = {
        target_id: g.accountId,
        principal_type: g.principalType,
        ...(ids.has(g.principalName) ? { principal_id: ids.get(g.principalName) } : {}),
        permission_set_arn: setArn(g.permissionSet),
      };
      return [`${resourceType.assignment}.${assignmentAddress(g)}`, values] as const;
    }),
  ]);
}

/** The ARN that a set of this name has. */
export function setArn(name: string): string {
  return `arn:aws:sso:::permissionSet/ssoins-1/${name}`;
}

function setObjects(set: PermissionSet): readonly (readonly [string, Values])[] {
  const { name, inlinePolicy, permissionsBoundary: boundary } = set;
  const to = { permission_set_arn: setArn(name) };
  return [
    [
      `${resourceType.permissionSet}.${permissionSetAddress(name)}`,
      {
        arn: setArn(name),
        name,
        description: set.description,
        session_duration: set.sessionDuration ?? "PT1H",
        relay_state: set.relayState,
        tags: Object.keys(set.tags).length === 0 ? null : set.tags,
      },
    ],
    ...set.managedPolicies.map(
      (arn) =>
        [
          `${resourceType.managedPolicyAttachment}.${managedPolicyAttachmentAddress(name, arn)}`,
          { ...to, managed_policy_arn: arn },
        ] as const,
    ),
    ...set.customerManagedPolicies.map(
      (p) =>
        [
          `${resourceType.customerManagedPolicyAttachment}.${customerManagedPolicyAttachmentAddress(name, p.path, p.name)}`,
          { ...to, customer_managed_policy_reference: [{ name: p.name, path: p.path }] },
        ] as const,
    ),
    ...(inlinePolicy === null ? [] : [inlineObject(name, JSON.stringify(inlinePolicy))]),
    ...(boundary === null
      ? []
      : [
          [
            `${resourceType.boundary}.${boundaryAddress(name)}`,
            {
              ...to,
              permissions_boundary: [
                "managedPolicyArn" in boundary
                  ? { managed_policy_arn: boundary.managedPolicyArn, customer_managed_policy_reference: [] }
                  : { managed_policy_arn: "", customer_managed_policy_reference: [boundary] },
              ],
            },
          ] as const,
        ]),
  ];
}

/** The inline policy of a set. */
export function inlineObject(set: string, text: string): readonly [string, Values] {
  return [
    `${resourceType.inlinePolicy}.${inlinePolicyAddress(set)}`,
    { permission_set_arn: setArn(set), inline_policy: text },
  ];
}
