import type { Backend } from "../../access/model.js";
import { asObject, type JsonObject } from "../../terraform/json.js";

/** Where the state is that a plan was made for. Nothing in it is secret. */
export interface StatePlace {
  readonly backend: {
    readonly type: Backend["type"];
    /** The settings that say where; null for the project's own local state. */
    readonly settings: JsonObject | null;
  };
  /** The Terraform workspace, `default` when none is named; of `cloud` the workspace's name when it is known. */
  readonly workspace: string;
}

/** Settings that say where a state is. Others say how to reach it, and some of them are secrets. */
const telling: Readonly<Record<Backend["type"], readonly string[]>> = {
  local: ["path"],
  s3: ["bucket", "key", "region", "workspace_key_prefix", "endpoint", "endpoints"],
  cloud: ["organization", "hostname", "workspaces"],
};

/** The place of a state; `named` is the text of `TF_WORKSPACE`, "" when there is none. */
export function statePlace(backend: Backend | null, named: string): StatePlace {
  const written =
    backend === null ? null : backend.type === "local" ? { path: backend.path } : backend.config;
  const type = backend?.type ?? "local";
  const settings = written === null ? null : chosen(written, telling[type]);
  const ofCloud = type === "cloud" ? asObject(settings?.["workspaces"])?.["name"] : undefined;
  return {
    backend: { type, settings },
    workspace: typeof ofCloud === "string" ? ofCloud : named === "" ? "default" : named,
  };
}

/** `s3 {"bucket":"b","key":"k"}, workspace default` */
export function placeText({ backend, workspace }: StatePlace): string {
  const settings = backend.settings === null ? "" : ` ${JSON.stringify(backend.settings)}`;
  return `${backend.type}${settings}, workspace ${workspace}`;
}

/** In the order of the names, so that equal settings have one text. */
function chosen(settings: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]] as const])),
  );
}
