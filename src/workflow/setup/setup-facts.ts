import type { AccessModel } from "../../access/model.js";
import type { Catalog } from "../../catalog/catalog.js";
import type { IdentityProvider, ProviderName } from "../../catalog/identity-provider/identity-provider.js";
import type { Directory } from "../../directory/directory.js";
import type { Caller } from "../../directory/read-caller.js";
import type { OrganizationSummary } from "../../directory/read-organization.js";
import type { RootAccess } from "../../directory/read-root-access.js";
import type { Guide } from "../../idp/guide/guide.js";
import type { ScimReport } from "../../idp/scim/report.js";
import type { State } from "../../terraform/state-json.js";
import type { Ended } from "../ended.js";

/** What an answer needs was missing, so that nobody was asked. */
export type Asked<T> = Ended<T> | null;

/** All that the checklist follows from. */
export interface SetupFacts {
  /** ISO-8601 instant in UTC. */
  readonly clock: string;
  readonly region: string;
  /** The catalog file, as it is shown. */
  readonly file: string;
  /** Null when it has mistakes, or is not there. */
  readonly catalog: Catalog | null;
  /** Messages of the errors in the catalog. */
  readonly mistakes: readonly string[];
  /** Null until it was chosen. */
  readonly provider: ProviderName | null;
  /** The catalog's component `identity-provider`. */
  readonly identityProvider: IdentityProvider | null;
  /** The guide of the provider, with the organization's values. */
  readonly guide: Guide | null;
  readonly terraform: Ended<string>;
  readonly caller: Ended<Caller>;
  readonly organization: Asked<OrganizationSummary>;
  readonly directory: Asked<Directory>;
  /** Group id -> members, of the groups that must exist. */
  readonly members: Asked<ReadonlyMap<string, number>>;
  readonly model: Asked<AccessModel>;
  readonly state: Asked<State>;
  readonly rootAccess: Asked<RootAccess>;
  /** Null without a token to try it with. */
  readonly scim: ScimReport | null;
  /** The command line of a verb with the flags of this one: `identity plan --sandbox`. */
  command(...words: readonly string[]): string;
}
