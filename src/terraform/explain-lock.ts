import { type Explanation, firstSentence } from "./explanation.js";
import type { UiDiagnostic } from "./ui-line.js";

/** Who holds the state. Source: the `Lock Info` block of Terraform's message. */
export interface LockInfo {
  readonly id: string;
  /** `user@host`; "" when the backend does not say. */
  readonly who: string;
  /** `2026-11-24 06:42:22 UTC`, or as the backend writes it. */
  readonly since: string;
  /** `OperationTypeApply`, `OperationTypePlan`, …; "" when the backend does not say. */
  readonly operation: string;
}

/** The lock info in a diagnostic's detail, or null when there is none. */
export function readLockInfo(detail: string): LockInfo | null {
  const block = detail.split(/^Lock Info:$/m)[1];
  if (block === undefined) return null;
  const field = (name: string): string => {
    const match = new RegExp(`^[ \\t]*${name}:[ \\t]*(.*)$`, "m").exec(block);
    return (match?.[1] ?? "").trim();
  };
  const since = field("Created").replace(/\.\d+ \+0000 UTC$/, " UTC");
  return { id: field("ID"), who: field("Who"), since, operation: field("Operation") };
}

export function explainLock({ summary, detail }: UiDiagnostic): Explanation | null {
  if (/workspace already locked/i.test(summary + detail)) return heldBy("", "", "", "");
  if (!/error (acquiring|locking) the state( lock)?|error locking state/i.test(summary)) return null;
  const info = readLockInfo(detail);
  // without lock info the lock is not held: the backend could not be asked, which others explain better
  if (info === null || info.id === "") return null;
  return heldBy(info.who, info.since, info.operation, info.id);
}

function heldBy(who: string, since: string, operation: string, id: string): Explanation {
  const by = who === "" ? "another run" : who;
  const doing = operation.replace(/^OperationType/, "").toLowerCase();
  const facts = [
    since === "" ? "" : ` since ${since}`,
    doing === "" ? "" : ` (${doing})`,
    id === "" ? "" : `, lock id ${id}`,
  ].join("");
  const release =
    id === "" ? "unlock the workspace" : `run \`terraform force-unlock ${id}\` in the working folder`;
  return {
    code: "IDC514",
    message: firstSentence(`the state is locked by ${by}${facts}`),
    hint: `wait for that run to end; only when it is certainly dead, ${release}`,
  };
}
