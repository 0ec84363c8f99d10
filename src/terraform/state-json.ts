import { asObject, asObjects, asText, type JsonObject } from "./json.js";

/** A state as Terraform shows it, such as `prior_state` of a plan. */
export type StateJson = JsonObject;

/** One managed object Terraform keeps. */
export interface StateResource {
  readonly address: string;
  readonly type: string;
  readonly values: JsonObject;
}

/** What a state holds, as far as decisions need it. */
export interface State {
  /** Of managed resources. */
  readonly addresses: ReadonlySet<string>;
  /** The Identity Center instance the objects belong to; null when no `aws_ssoadmin_*` object is there. */
  readonly instanceArn: string | null;
  /** All of them, sorted; more than one means that instances were mixed up. */
  readonly instanceArns: readonly string[];
  /** Managed resources, in Terraform's order. */
  readonly resources: readonly StateResource[];
}

/** Reads the state document; null or a document without values is an empty state. */
export function readState(json: StateJson | null): State {
  return stateOf(resourcesOf(asObject(asObject(json?.values)?.root_module)));
}

/** A state of these managed objects. */
export function stateOf(resources: readonly StateResource[]): State {
  const instanceArns = [...new Set(resources.map(instanceOf).filter((arn) => arn !== null))].sort();
  return {
    addresses: new Set(resources.map((resource) => resource.address)),
    instanceArn: instanceArns[0] ?? null,
    instanceArns,
    resources,
  };
}

function resourcesOf(module: JsonObject | null): readonly StateResource[] {
  const own = asObjects(module?.resources)
    .filter((resource) => resource.mode === "managed")
    .map((resource) => ({
      address: asText(resource.address) ?? "",
      type: asText(resource.type) ?? "",
      values: asObject(resource.values) ?? {},
    }));
  return [...own, ...asObjects(module?.child_modules).flatMap(resourcesOf)];
}

function instanceOf(resource: StateResource): string | null {
  return resource.type.startsWith("aws_ssoadmin_") ? asText(resource.values.instance_arn) : null;
}
