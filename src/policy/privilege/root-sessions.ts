import { mayOverlap } from "../diff/pattern.js";
import { hasAllOf, resourceSelector } from "../diff/selector.js";
import { includes } from "../lint/allowed.js";
import type { Statement, Text } from "../lint/policy.js";
import type { PolicyJson } from "../policy-json.js";
import { lintable } from "./lintable.js";

const action = "sts:AssumeRoot";

/** The root users of all accounts, in each partition; a policy is of one of them. */
const rootUsers = ["aws", "aws-cn", "aws-us-gov"].map((p) => resourceSelector(`arn:${p}:iam::*:root`));

/**
 * True when a policy lets people become the root user of a member account, under whatever condition, and
 * does not deny it for every account.
 */
export function allowsRootSessions(inlinePolicy: PolicyJson | null): boolean {
  const statements = lintable(inlinePolicy).statements.filter((s) => includes(s, action));
  if (statements.some((s) => s.effect === "Deny" && !s.isConditional && isOnEveryRootUser(s))) return false;
  return statements.some((s) => s.effect === "Allow" && canBeOnRootUser(s));
}

function canBeOnRootUser({ resources, notResources }: Statement): boolean {
  if (notResources.length > 0) return !notResources.some(isEveryRootUser);
  return resources.some(canBeRootUser);
}

function isOnEveryRootUser({ resources, notResources }: Statement): boolean {
  if (notResources.length > 0) return !notResources.some(canBeRootUser);
  return resources.some(isEveryRootUser);
}

function canBeRootUser({ text }: Text): boolean {
  const { parts } = resourceSelector(text);
  return rootUsers.some((root) => root.parts.every((part, i) => mayOverlap(part, parts[i] ?? [])));
}

function isEveryRootUser({ text }: Text): boolean {
  return rootUsers.some((root) => hasAllOf(resourceSelector(text), root));
}
