import type { State } from "../../terraform/state-json.js";
import type { ChosenRefresh } from "../bulk-refresh/refresh.js";
import { type Kind, kindOf, startSeconds } from "./costs.js";

/** `terraform init` with the provider on disk takes about 4 s. */
const initSeconds = 4;

/** What Terraform computes for one object: a plan of 3,600 new ones took 20 s, of 300 6 s. */
const objectSeconds = 0.004;

/** Over all operations of sso-admin. Source: IAM Identity Center quotas. */
const requestsPerSecond = 20;

/** Requests of sso-admin with which the provider reads an object: a set and its tags are two. */
const requests: Readonly<Record<Kind, number>> = { assignment: 1, set: 2, policy: 1, other: 0 };

/**
 * Seconds that `terraform init` and `terraform plan` will take with this state. With a full refresh every object of it is
 * read anew: in the sandbox, 100 assignments took 15 s (predicted 13), 3,600 took 194 s (predicted 202). The calls with
 * which the state was compared before come on top, whatever came of it.
 */
export function predictPlan(
  { resources }: Pick<State, "resources">,
  { refresh, calls }: ChosenRefresh,
): number {
  const reads = refresh === "bulk" ? 0 : resources.reduce((sum, { type }) => sum + requests[kindOf(type)], 0);
  return initSeconds + startSeconds + resources.length * objectSeconds + (reads + calls) / requestsPerSecond;
}
