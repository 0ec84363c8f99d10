import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { suspicious } from "./finding.js";
import type { Policy, Statement } from "./policy.js";

const hint = 'set Version to "2012-10-17"';

/** The version is the one whose language people write: in the older one, variables are plain text. */
export function versionIsCurrent({ span, version, statements }: Policy): readonly Diagnostic[] {
  if (version === null) {
    const message = "the policy has no Version: AWS takes 2008-10-17, in which variables are plain text";
    return [suspicious("IDC330", message, span, hint)];
  }
  if (version.text !== "2008-10-17" || !statements.some(hasVariable)) return [];
  const message = "variables are plain text in a policy of Version 2008-10-17";
  return [suspicious("IDC330", message, version.span, hint)];
}

function hasVariable(statement: Statement): boolean {
  const values = statement.conditions.flatMap((c) => c.values);
  return [...statement.resources, ...statement.notResources, ...values].some((t) => t.text.includes("${"));
}
