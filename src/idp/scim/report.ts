import type { Diagnostic } from "../../diagnostic/diagnostic.js";

/** What is tested, in this order: the URL, the connection with the token, that a wrong token is refused, a query, the groups. */
export const scimStepIds = ["url", "connection", "authentication", "query", "groups"] as const;

export type ScimStepId = (typeof scimStepIds)[number];

/** `skipped`: an earlier step failed, or there is nothing to test with. */
export type ScimStepStatus = "passed" | "warning" | "failed" | "skipped";

export interface ScimStep {
  readonly id: ScimStepId;
  readonly status: ScimStepStatus;
  /** What was found, as a short sentence without a full stop. */
  readonly summary: string;
}

/** A group that the catalog needs and the endpoint was asked for. */
export interface ScimGroup {
  readonly name: string;
  /** `twice`: several groups have exactly this name. */
  readonly status: "found" | "missing" | "twice";
  /** A group that may have been meant by a missing one; else null. */
  readonly nearest: string | null;
}

/**
 * How a test ended. `well`: nothing to do. `findings`: it answers, and something is to be done. `failed`: it
 * cannot be reached or refuses. `invalid`: the URL or the token cannot be used, and nothing was sent.
 */
export type ScimVerdict = "well" | "findings" | "failed" | "invalid";

export interface ScimReport {
  readonly verdict: ScimVerdict;
  /** The endpoint without a slash at its end; as it was given when it cannot be used. */
  readonly endpoint: string;
  /** All five, in order. */
  readonly steps: readonly ScimStep[];
  /** Sorted by name, each once; null when they were not asked for. */
  readonly groups: readonly ScimGroup[] | null;
  /** What each failure means and what to do next. The token is in none of them. */
  readonly diagnostics: readonly Diagnostic[];
}
