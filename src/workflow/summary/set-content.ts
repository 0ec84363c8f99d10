import { resourceType } from "../../access/address.js";
import { compareText } from "../../diagnostic/order.js";
import { asObject, asObjects, asText, type JsonObject } from "../../terraform/json.js";
import type { PlannedChange } from "../../terraform/plan-json.js";

/** What Terraform manages of a set, before or after a plan. Absent text is null. */
export interface SetContent {
  readonly description: string | null;
  /** ISO-8601; AWS's default when absent. */
  readonly sessionDuration: string;
  readonly relayState: string | null;
  /** As JSON, sorted by key; null when there is none. */
  readonly tags: string | null;
  /** ARNs. */
  readonly managedPolicies: readonly string[];
  /** `<path><name>` */
  readonly customerManagedPolicies: readonly string[];
  /** An ARN or `<path><name>`; null when there is none. */
  readonly boundary: string | null;
  /** JSON text; null when there is none, empty when nobody knows it before the apply. */
  readonly inlinePolicy: string | null;
}

/** AWS's default. */
const defaultSession = "PT1H";

/** Stands for a policy that only the apply will know; never so in what this program emits. */
const unknown = "(known after apply)";

/** One side of a set, from its objects, unchanged ones included. */
export function setContent(objects: readonly PlannedChange[], side: "before" | "after"): SetContent {
  const of = (type: keyof typeof resourceType): readonly JsonObject[] =>
    objects
      .filter((o) => o.type === resourceType[type])
      .map((o) => valuesOf(o, side))
      .filter((values) => values !== null);
  const set = of("permissionSet")[0];
  const inline = of("inlinePolicy")[0];
  const boundary = of("boundary")[0];
  return {
    description: filled(set?.["description"]),
    sessionDuration: filled(set?.["session_duration"]) ?? defaultSession,
    relayState: filled(set?.["relay_state"]),
    tags: tagsText(asObject(set?.["tags"])),
    managedPolicies: of("managedPolicyAttachment").map((v) => asText(v["managed_policy_arn"]) ?? unknown),
    customerManagedPolicies: of("customerManagedPolicyAttachment").map((v) => referenceOf(v) ?? unknown),
    boundary: boundary === undefined ? null : boundaryOf(asObjects(boundary["permissions_boundary"])[0]),
    inlinePolicy: inline === undefined ? null : (asText(inline["inline_policy"]) ?? ""),
  };
}

/** What Terraform only forgets stays in AWS. */
function valuesOf(change: PlannedChange, side: "before" | "after"): JsonObject | null {
  return change.action === "forget" ? change.before : change[side];
}

/** The provider reads an absent text back as an empty one. */
function filled(value: unknown): string | null {
  const text = asText(value);
  return text === "" ? null : text;
}

function tagsText(tags: JsonObject | null): string | null {
  const entries = Object.entries(tags ?? {}).sort(([a], [b]) => compareText(a, b));
  return entries.length === 0 ? null : JSON.stringify(Object.fromEntries(entries));
}

function referenceOf(values: JsonObject): string | null {
  const reference = asObjects(values["customer_managed_policy_reference"])[0];
  const name = asText(reference?.["name"]);
  return name === null ? null : `${asText(reference?.["path"]) ?? "/"}${name}`;
}

function boundaryOf(values: JsonObject | undefined): string {
  return (
    filled(values?.["managed_policy_arn"]) ?? (values === undefined ? null : referenceOf(values)) ?? unknown
  );
}
