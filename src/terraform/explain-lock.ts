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

/** HCP Terraform; the lock info that it sends along is about whoever asked, not about whoever holds the lock. */
const workspaceLocked = /workspace already\s+locked(?:\s+\(lock\s+ID:\s+"([^"]+)"\))?/i;

/** The lock info in a diagnostic's detail, or null when there is none. */
export function readLockInfo(detail: string): LockInfo | null {
  const workspace = workspaceLocked.exec(detail);
  if (workspace !== null) return { id: workspace[1] ?? "", who: "", since: "", operation: "" };
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
  const text = `${summary}\n${detail}`;
  const info = readLockInfo(text);
  if (info === null) return null;
  const asked = /error (acquiring|locking) the state( lock)?|error locking state/i.test(summary);
  // without lock info the lock is not held: the backend could not be asked, which others explain better
  if (!workspaceLocked.test(text) && !(asked && info.id !== "")) return null;
  const release =
    info.id === ""
      ? "unlock the workspace"
      : "release the lock with `identity unlock` and the options of this command";
  return {
    code: "IDC514",
    message: `the state is locked ${heldBy(info)}`,
    hint: `wait for that run to end; only when it is certainly dead, ${release}`,
  };
}

/** `by root@host since 2026-11-24 06:42:22 UTC (apply), lock id …` */
export function heldBy(info: LockInfo): string {
  const doing = operationOf(info);
  return firstSentence(
    [
      `by ${info.who === "" ? "another run" : info.who}`,
      info.since === "" ? "" : ` since ${info.since}`,
      doing === "" ? "" : ` (${doing})`,
      info.id === "" ? "" : `, lock id ${info.id}`,
    ].join(""),
  );
}

/** `apply`, `plan`, …; "" when the backend does not say. */
export function operationOf({ operation }: LockInfo): string {
  return operation.replace(/^OperationType/, "").toLowerCase();
}
