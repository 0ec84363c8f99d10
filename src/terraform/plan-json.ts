import { asObject, asObjects, asText, type JsonObject } from "./json.js";

/** The document of `terraform show -json PLANFILE`. */
export type PlanJson = JsonObject;

/** What will happen to one object; `forget` leaves it in AWS and drops it from the state. */
export type PlannedAction =
  | "create"
  | "update"
  | "delete"
  | "replace"
  | "import"
  | "move"
  | "forget"
  | "no-op"
  | "read"
  | "unknown";

/** One managed resource of the plan. */
export interface PlannedChange {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  /** `import` and `move` when nothing else happens to it; an import with an update is an `update`. */
  readonly action: PlannedAction;
  /** True for a replacement that creates the new object first. */
  readonly createBeforeDestroy: boolean;
  /** The attributes whose change makes it a replacement, `name`; empty for any other action and for a tainted object. */
  readonly replacePaths: readonly string[];
  /** The provider's id of an object that is adopted; null when it is not. */
  readonly importId: string | null;
  /** The address it had; null when that has not changed. */
  readonly previousAddress: string | null;
  readonly before: JsonObject | null;
  /** Attributes known only after apply are missing. */
  readonly after: JsonObject | null;
}

/** Objects by what happens to them; an adopted object that is updated counts in both. */
export interface ResourceCounts {
  readonly create: number;
  readonly update: number;
  readonly delete: number;
  readonly replace: number;
  readonly adopt: number;
  readonly move: number;
  readonly forget: number;
}

/** A plan, managed resources only. */
export interface Plan {
  /** Unchanged resources too, in Terraform's order. */
  readonly changes: readonly PlannedChange[];
  /** What was changed outside of Terraform: `before` is the state, `after` what AWS has. */
  readonly drift: readonly PlannedChange[];
  readonly resourceCounts: ResourceCounts;
}

/** Reads the plan document. Source: Terraform's "JSON Output Format", version 1.2. */
export function readPlan(json: PlanJson): Plan {
  const changes = managed(json.resource_changes);
  return { changes, drift: managed(json.resource_drift), resourceCounts: count(changes) };
}

function managed(list: unknown): readonly PlannedChange[] {
  return asObjects(list)
    .filter((resource) => resource.mode === "managed")
    .map(plannedChange);
}

function plannedChange(resource: JsonObject): PlannedChange {
  const change = asObject(resource.change) ?? {};
  const steps = Array.isArray(change.actions) ? change.actions.join() : "";
  const importId = asText(asObject(change.importing)?.id);
  const previousAddress = asText(resource.previous_address);
  return {
    address: asText(resource.address) ?? "",
    type: asText(resource.type) ?? "",
    name: asText(resource.name) ?? "",
    action: actionOf(steps, importId !== null, previousAddress !== null),
    createBeforeDestroy: steps === "create,delete",
    replacePaths: attributesOf(change.replace_paths),
    importId,
    previousAddress,
    before: asObject(change.before),
    after: asObject(change.after),
  };
}

/** The first step of every path is the attribute; the others are inside it. */
function attributesOf(paths: unknown): readonly string[] {
  if (!Array.isArray(paths)) return [];
  const names = paths.map((path) => asText(Array.isArray(path) ? path[0] : null));
  return [...new Set(names)].filter((name) => name !== null);
}

function actionOf(steps: string, imported: boolean, moved: boolean): PlannedAction {
  switch (steps) {
    case "no-op":
      return imported ? "import" : moved ? "move" : "no-op";
    case "delete,create":
    case "create,delete":
      return "replace";
    case "create":
    case "update":
    case "delete":
    case "forget":
    case "read":
      return steps;
    default:
      return "unknown";
  }
}

function count(changes: readonly PlannedChange[]): ResourceCounts {
  const of = (action: PlannedAction): number => changes.filter((c) => c.action === action).length;
  return {
    create: of("create"),
    update: of("update"),
    delete: of("delete"),
    replace: of("replace"),
    adopt: changes.filter((c) => c.importId !== null).length,
    move: changes.filter((c) => c.previousAddress !== null).length,
    forget: of("forget"),
  };
}
