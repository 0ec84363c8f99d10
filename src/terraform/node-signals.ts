import type { ChildProcess } from "node:child_process";

/**
 * Passes an abort on to a child: `stop` sends SIGINT once, `kill` ends its whole process group. A child
 * outliving this process would work on unseen, so it is asked to stop when this process exits.
 * Returns the function that undoes the link.
 */
export function linkSignals(
  child: ChildProcess,
  stop: AbortSignal | undefined,
  kill: AbortSignal | undefined,
): () => void {
  let asked = false;
  const onStop = (): void => {
    // Terraform takes a second SIGINT as an order to drop everything, its state included
    if (!asked) child.kill("SIGINT");
    asked = true;
  };
  const onKill = (): void => killGroup(child);
  if (stop?.aborted === true) onStop();
  if (kill?.aborted === true) onKill();
  stop?.addEventListener("abort", onStop);
  kill?.addEventListener("abort", onKill);
  process.once("exit", onStop);
  return () => {
    stop?.removeEventListener("abort", onStop);
    kill?.removeEventListener("abort", onKill);
    process.removeListener("exit", onStop);
  };
}

/** The provider runs as a child of Terraform and must not survive it. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // it ended in between
  }
}
