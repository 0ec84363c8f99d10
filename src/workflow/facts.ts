import type { Backend } from "../access/model.js";
import type { Catalog } from "../catalog/catalog.js";
import { problemDiagnostic } from "../terraform/outcome.js";
import { done, type Ended, stopped } from "./ended.js";
import { type Organization, readOrganization } from "./organization.js";
import type { Ports } from "./ports.js";
import { stateBackend } from "./state-backend.js";

/** Everything a decision about a plan is made from. */
export interface Facts extends Organization {
  readonly terraformVersion: string;
  readonly isLoopback: boolean;
  /** Where the state is kept; null is the project's own local state. A local path is relative to a run's folder. */
  readonly backend: Backend | null;
}

/** Finds Terraform, reads AWS and expands the access as of `clock`. */
export async function gatherFacts(ports: Ports, catalog: Catalog, clock: string): Promise<Ended<Facts>> {
  const version = await ports.terraformVersion();
  if (!version.ok) return stopped("failed", [problemDiagnostic(version.problem)]);
  const backend = stateBackend(ports, catalog);
  if (!backend.ok) return backend;
  const organization = await readOrganization(ports, catalog, clock);
  if (!organization.ok) return organization;
  return done({
    ...organization.value,
    terraformVersion: version.value,
    isLoopback: ports.aws.isLoopback,
    backend: backend.value,
  });
}
