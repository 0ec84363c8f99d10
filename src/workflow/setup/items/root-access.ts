import { failureOf } from "../failure.js";
import { itemsOf, type SetupItem } from "../item.js";
import type { SetupFacts } from "../setup-facts.js";

const { done, todo, unknown } = itemsOf("root-access", "root access");

/** A feature of IAM, and the command that switches it on. */
const features = [
  ["RootCredentialsManagement", "aws iam enable-organizations-root-credentials-management"],
  ["RootSessions", "aws iam enable-organizations-root-sessions"],
] as const;
const trust = "aws organizations enable-aws-service-access --service-principal iam.amazonaws.com";

export function rootAccessIsCentralized({ rootAccess }: SetupFacts): SetupItem {
  if (rootAccess === null || !rootAccess.ok) {
    const failure = failureOf(rootAccess, "an organization");
    return unknown(failure?.found ?? "", ...(failure?.next ?? []));
  }
  const { trusted, features: enabled } = rootAccess.value;
  const missing = features.filter(([feature]) => !enabled.includes(feature));
  if (missing.length === 0) return done(`${features.map(([feature]) => feature).join(" and ")} are on`);
  return todo(
    `${missing.map(([feature]) => feature).join(" and ")} ${missing.length === 1 ? "is" : "are"} off: member accounts keep root users of their own`,
    "in the management account, run:",
    ...[...(trusted ? [] : [trust]), ...missing.map(([, command]) => command)].map((line) => `\`${line}\``),
  );
}
