import type { ChildProcess } from "node:child_process";

/**
 * Passes an abort on to a child as one SIGINT. A child outliving this process would work on unseen, so it is
 * asked to stop when this process exits. Returns the function that undoes the link.
 */
export function linkSignals(child: ChildProcess, stop: AbortSignal | undefined): () => void {
  let asked = false;
  const onStop = (): void => {
    // Terraform takes a second SIGINT as an order to drop everything, its state included
    if (!asked) child.kill("SIGINT");
    asked = true;
  };
  if (stop?.aborted === true) onStop();
  stop?.addEventListener("abort", onStop);
  process.once("exit", onStop);
  return () => {
    stop?.removeEventListener("abort", onStop);
    process.removeListener("exit", onStop);
  };
}
