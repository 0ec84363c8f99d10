import { child, entriesOf, type Node, textOf, toData } from "./yaml/node.js";

/** The backend types Terraform knows. A `backend` map has one of these as a key, or is the settings themselves. */
const allTypes: readonly string[] = [
  ...["local", "s3", "cloud", "azurerm", "consul", "cos", "gcs", "http", "kubernetes", "oci", "oss", "pg"],
  ...["remote", "static"],
];

/** The backend types this program renders. */
export const backendTypes = ["local", "s3", "cloud"] as const;

/**
 * How Terraform's state is kept, as rendered into the `terraform` block. The path of a local state is
 * relative: to the project's folder in a catalog, to the folder of `cdk.tf.json` in a stack.
 */
export type Backend =
  | { readonly type: "local"; readonly path: string }
  | { readonly type: "s3"; readonly config: Readonly<Record<string, unknown>> }
  | { readonly type: "cloud"; readonly config: Readonly<Record<string, unknown>> };

/** The project's own local state of a stack, which is kept there when no backend is written. */
export function projectState(stack: string): Backend & { readonly type: "local" } {
  return { type: "local", path: `.identity/state/${stack}.tfstate` };
}

/** `backend_type` and `backend` with every layer merged, as written. */
export interface WrittenBackend {
  readonly backendType: Node | undefined;
  readonly backend: Node | undefined;
}

/** The type that is written; null when none is, or one that is not rendered. */
export function backendTypeOf({ backendType }: WrittenBackend): Backend["type"] | null {
  const type = textOf(backendType);
  return backendTypes.find((t) => t === type) ?? null;
}

/** The settings of a type: those below its name, or the map itself when no type is a key of it. */
export function backendSettings({ backend }: WrittenBackend, type: Backend["type"]): Node | undefined {
  return entriesOf(backend).some((e) => allTypes.includes(e.key)) ? child(backend, type) : backend;
}

/** The backend that is written; null is the project's own local state. */
export function assembleBackend(written: WrittenBackend): Backend | null {
  const type = backendTypeOf(written);
  if (type === null) return null;
  const settings = backendSettings(written, type);
  if (type === "local") {
    const path = textOf(child(settings, "path")) ?? "";
    return path === "" ? null : { type, path };
  }
  const config = settings?.kind === "map" ? (toData(settings) as Record<string, unknown>) : {};
  return { type, config: type === "s3" ? withLock(config) : config };
}

/** Two deploys at once must not write one state: without a word about locks, S3 itself keeps one. */
function withLock(config: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { use_lockfile: lock, dynamodb_table: table } = config;
  const decided = (lock ?? null) !== null || (table ?? "") !== "";
  return decided ? config : { ...config, use_lockfile: true };
}
