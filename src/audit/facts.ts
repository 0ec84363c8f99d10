import type { AccessModel } from "../access/model.js";
import type { Catalog } from "../catalog/catalog.js";
import type { AllAccess } from "../directory/all-access.js";
import type { Directory } from "../directory/directory.js";
import type { State } from "../terraform/state-json.js";

/** Everything an audit compares: what the catalog says, what the state says, what AWS has. */
export interface AuditFacts {
  readonly catalog: Catalog;
  readonly model: AccessModel;
  readonly directory: Directory;
  readonly live: AllAccess;
  /** Null when the state was not asked for: then nothing is said about it. */
  readonly state: State | null;
  /** Id of a group or user -> the names it had at the last apply, from the state's outputs; empty without a state. */
  readonly formerNames: ReadonlyMap<string, readonly string[]>;
  /** Group id -> members, of the groups the catalog requires (`required_groups`, `idp_groups`); null when it was not read. */
  readonly members: ReadonlyMap<string, number> | null;
  /** The instant of the audit, ISO-8601 in UTC. */
  readonly clock: string;
}
