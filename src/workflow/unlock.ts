import type { Backend } from "../access/model.js";
import type { Catalog } from "../catalog/catalog.js";
import { heldBy, type LockInfo } from "../terraform/explain-lock.js";
import type { KeptState } from "../terraform/kept-state.js";
import { problemDiagnostic } from "../terraform/outcome.js";
import { backendFolder } from "./backend-folder.js";
import { done, type Ended, stopped, terraformFailed } from "./ended.js";
import type { Ports } from "./ports.js";
import { ownState, stateBackend } from "./state-backend.js";

export interface UnlockInput {
  readonly catalog: Catalog;
  readonly stack: string;
  /** Asks whether the lock may be taken away. */
  readonly approve: (lock: LockInfo) => Promise<Ended<null>>;
}

export interface Unlocked {
  /** The lock that was there; null when the state was not locked. */
  readonly lock: LockInfo | null;
  readonly released: boolean;
}

/** Finds out who holds the lock of the state and, once that is approved, takes it away. AWS is not read. */
export async function unlock(ports: Ports, input: UnlockInput): Promise<Ended<Unlocked>> {
  const version = await ports.terraformVersion();
  if (!version.ok) return stopped("failed", [problemDiagnostic(version.problem)]);
  const chosen = stateBackend(ports, input.catalog);
  if (!chosen.ok) return chosen;
  const backend = chosen.value ?? ownState(input.stack);
  const folder = await backendFolder(ports, backend);
  const ended = await inFolder(ports, ports.keptStateIn(folder), backend, input.approve);
  // The log of a failure is in it.
  if (ended.ok || ended.why === "refused") await ports.discard(folder);
  return ended;
}

async function inFolder(
  ports: Ports,
  keptState: KeptState,
  backend: Backend,
  approve: UnlockInput["approve"],
): Promise<Ended<Unlocked>> {
  const step = ports.step("Asking for the lock");
  const init = await keptState.init();
  const read = init.ok ? await keptState.lock() : init;
  if (!read.ok) {
    step.fail();
    return terraformFailed(read);
  }
  const lock = read.value;
  step.end(lock === null ? "not locked" : "locked");
  if (lock === null) return done({ lock, released: false });
  if (backend.type === "local") return stopped("refused", [processLives(lock)]);
  const approved = await approve(lock);
  return approved.ok ? release(ports, keptState, lock) : approved;
}

async function release(ports: Ports, keptState: KeptState, lock: LockInfo): Promise<Ended<Unlocked>> {
  const step = ports.step("Releasing the lock");
  const released = await keptState.release(lock.id);
  const now = released.ok ? await keptState.lock() : released;
  if (!now.ok) {
    step.fail();
    return terraformFailed(now);
  }
  // Whoever waited for the lock may have it by now: that is another lock.
  if (now.value?.id === lock.id) {
    step.fail();
    const message = `terraform released the lock, and yet the state is locked ${heldBy(now.value)}`;
    return stopped("failed", [{ code: "IDC514", severity: "error", message, span: null, hint: null }]);
  }
  step.end(now.value === null ? "done" : "done; another run has the lock now");
  return done({ lock, released: true });
}

/** The system takes the lock of a file away when its process ends, and nobody can before. */
function processLives(lock: LockInfo) {
  return {
    code: "IDC514",
    severity: "error" as const,
    message: `the state is locked ${heldBy(lock)}: a local state is locked only while that process runs`,
    span: null,
    hint: "wait for it to end, or end it with Ctrl-C or SIGTERM, which lets terraform write its state; the lock ends with it",
  };
}
