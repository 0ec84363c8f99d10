import { failureOf } from "../failure.js";
import { itemsOf, type SetupItem } from "../item.js";
import type { SetupFacts } from "../setup-facts.js";

const { done, todo } = itemsOf("credentials", "AWS credentials");

export function callerIsKnown({ caller }: SetupFacts): SetupItem {
  if (caller.ok) return done(`${caller.value.arn} in account ${caller.value.accountId}`);
  const { found, next } = failureOf(caller, "") ?? { found: "", next: [] };
  return todo(found, ...next);
}
