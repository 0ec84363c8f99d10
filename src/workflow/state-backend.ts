import { join } from "node:path";
import type { Backend } from "../access/model.js";
import type { Catalog } from "../catalog/catalog.js";
import { isLoopbackUrl } from "../directory/loopback.js";
import { asObject } from "../terraform/json.js";
import { done, type Ended, stopped } from "./ended.js";
import type { Ports } from "./ports.js";

/** The project's own local state, as seen from the folder of a run. */
export function ownState(stack: string): Backend {
  return { type: "local", path: join("..", "..", "state", `${stack}.tfstate`) };
}

/**
 * Where the state is kept: as the file of `--backend` says, else as the catalog says; null is the
 * project's own local state. A local path is relative to the folder of a run.
 */
export function stateBackend(
  { aws, given, pathFromRun }: Pick<Ports, "aws" | "given" | "pathFromRun">,
  catalog: Catalog,
): Ended<Backend | null> {
  // An endpoint on this machine is never a reason to touch a shared state.
  const backend = given === null ? (aws.isLoopback ? null : catalog.backend) : given.backend;
  if (backend === null) return done(null);
  if (backend.type === "local") return done({ type: "local", path: pathFromRun(backend.path) });
  if (aws.isLoopback && !isOnThisMachine(backend)) return stopped("refused", [sharedState(backend)]);
  return done(backend);
}

function isOnThisMachine({ type, config }: Exclude<Backend, { type: "local" }>): boolean {
  if (type === "cloud") return isLoopbackUrl(`https://${String(config["hostname"])}`);
  const endpoints = asObject(config["endpoints"]);
  const lock = config["dynamodb_table"] === undefined ? [] : ["dynamodb"];
  const old: Readonly<Record<string, string>> = { s3: "endpoint", dynamodb: "dynamodb_endpoint" };
  return ["s3", ...lock].every((service) =>
    isLoopbackUrl(endpoints?.[service] ?? config[old[service] ?? ""]),
  );
}

function sharedState({ type }: Backend) {
  const place = type === "s3" ? "endpoints.s3 (and endpoints.dynamodb with a table)" : "hostname";
  return {
    code: "IDC535",
    severity: "error" as const,
    message: `AWS is an endpoint on this machine, but the ${type} backend of --backend is not on this machine`,
    span: null,
    hint: `leave out --sandbox or unset AWS_ENDPOINT_URL, leave out --backend, or set ${place} of the backend to an address of this machine`,
  };
}
