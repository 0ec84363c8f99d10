/**
 * How the state is compared with AWS before a plan: `full`, by Terraform, which reads every object of it; `bulk`, by this
 * program with few calls, after which Terraform plans without a refresh.
 */
export type Refresh = "full" | "bulk";

/** What a plan does in the end. */
export interface ChosenRefresh {
  readonly refresh: Refresh;
  /** Requests that were spent on finding out. */
  readonly calls: number;
}

export const refreshes: readonly Refresh[] = ["full", "bulk"];
