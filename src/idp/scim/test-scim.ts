import type { Named } from "../../catalog/catalog.js";
import type { Http } from "./http.js";
import type { ScimReport } from "./report.js";

/** What a test of the endpoint needs of the world. */
export interface ScimPorts {
  readonly http: Http;
  /** A fresh UUID. */
  random(): string;
  /** Waits so many milliseconds; rejects when interrupted. */
  sleep(milliseconds: number): Promise<void>;
}

export interface ScimInput {
  readonly url: string;
  /** A token goes to a host that is not AWS's only when a person typed the URL. */
  readonly urlFrom: "option" | "catalog";
  readonly token: string;
  /** What `requiredGroups` gives, also with several places of one name; null when no catalog says which. */
  readonly groups: readonly Named[] | null;
  /** Of the catalog; null when there is none. */
  readonly region: string | null;
}

/** Tests the SCIM endpoint as an identity provider would use it, and looks for the groups. It changes nothing. */
export type TestScim = (ports: ScimPorts, input: ScimInput) => Promise<ScimReport>;
