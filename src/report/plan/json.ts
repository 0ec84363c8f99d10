import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { GuardHit } from "../../workflow/guards/guard.js";
import type { PlanSummary } from "../../workflow/summary/summary.js";
import { diagnosticFields } from "../diagnostics.js";

/** What JSON outputs say of a run. */
export interface RunFields {
  readonly id: string;
  readonly stack: string;
  /** ISO-8601, as every instant here. */
  readonly createdAt: string;
  /** The instant from which on it is not applied. */
  readonly expiresAt: string;
  /** Null before a complete apply. */
  readonly appliedAt: string | null;
  readonly instanceArn: string | null;
}

interface PlanJsonInput {
  readonly run: RunFields;
  /** False when AWS has what the catalog says. */
  readonly changes: boolean;
  readonly summary: PlanSummary;
  readonly guards: readonly GuardHit[];
  readonly diagnostics: readonly Diagnostic[];
}

/** See docs/json/plan.schema.json. */
export function planJson({ run, changes, summary, guards, diagnostics }: PlanJsonInput): string {
  const { broadening, resources, ...rest } = summary;
  const object = {
    version: 1,
    run: runFields(run),
    changes,
    summary: { ...rest, broadened: broadening.length > 0, broadening, resources },
    guards,
    diagnostics: diagnostics.map(diagnosticFields),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}

/** A run has more fields than these. */
function runFields({ id, stack, createdAt, expiresAt, appliedAt, instanceArn }: RunFields): RunFields {
  return { id, stack, createdAt, expiresAt, appliedAt, instanceArn };
}
