import type { AuditResult } from "../../audit/audit-result.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { Paint } from "../paint.js";

/** What the formats of an audit are made from; not every format needs all of it. */
export interface AuditInput {
  readonly result: AuditResult;
  /** Warnings and infos of the catalog and the baseline, for JSON; people were shown them. */
  readonly diagnostics: readonly Diagnostic[];
  /** Colours of the text. */
  readonly paint: Paint;
  /** Version of this program, for SARIF. */
  readonly version: string;
  /** The place of findings that have none, for SARIF. Relative to the current folder. */
  readonly catalogFile: string;
  /** Which grants the rows of the CSV are: what the catalog says, or what AWS has. */
  readonly rows: "expected" | "actual";
}
