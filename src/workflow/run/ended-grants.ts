import type { AccessModel } from "../../access/model.js";
import { counted } from "../../diagnostic/counted.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { visible } from "../../diagnostic/visible.js";
import { refusal } from "./check-run.js";
import type { Run } from "./run.js";

/** Grants of the plan that should no longer be made; `at` is an ISO-8601 instant in UTC. */
export function noGrantHasEnded(run: Run, { grants }: AccessModel, at: string): readonly Diagnostic[] {
  const ended = grants.filter((g) => g.expiresAt !== null && g.expiresAt <= at);
  const [first] = ended;
  if (first === undefined) return [];
  const others = ended.length === 1 ? "" : ` and ${counted(ended.length - 1, "other grant")}`;
  const grant = `${first.permissionSet} of "${visible(first.principalName)}" in ${visible(first.accountName)}`;
  const message = `${grant}${others} ended since run ${run.id} was planned`;
  return [{ ...refusal("IDC531", message), span: first.sources[0] ?? null }];
}
