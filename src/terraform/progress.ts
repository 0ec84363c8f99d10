import type { UiDiagnostic, UiLine } from "./ui-line.js";

/** How far Terraform is. Made from its `-json` lines by `advance`. */
export interface Progress {
  readonly phase: "starting" | "refreshing" | "planned" | "applying" | "applied";
  /** Steps finished: refreshed resources while planning, else creations, updates and deletions. */
  readonly done: number;
  /** Steps in all, a replacement being two; null while that is unknown. */
  readonly total: number | null;
  /** What Terraform works on at the moment, in the order it began. */
  readonly currentAddresses: readonly string[];
  /** Errors so far. */
  readonly errors: readonly UiDiagnostic[];
}

/** The start of a plan; `refreshTotal` is how many resources the state has, when known. */
export function planProgress(refreshTotal: number | null): Progress {
  return { phase: "starting", done: 0, total: refreshTotal, currentAddresses: [], errors: [] };
}

/** The start of an apply: Terraform lists the plan's changes first, and they make the total. */
export const applyProgress: Progress = { ...planProgress(0), phase: "applying" };

/** The progress after one more line. The same object when the line changes nothing. */
export function advance(progress: Progress, line: UiLine): Progress {
  switch (line.type) {
    case "planned_change": {
      const steps = progress.phase === "applying" ? stepsOf(line.action) : 0;
      return steps === 0 ? progress : { ...progress, total: (progress.total ?? 0) + steps };
    }
    case "refresh_start":
      return { ...begin(progress, line.address), phase: "refreshing" };
    case "refresh_complete":
      return { ...end(progress, line.address), done: progress.done + 1 };
    case "apply_start":
      return begin(progress, line.address);
    case "apply_complete":
      // reading a data source is reported as an apply, and is no step of the plan
      return { ...end(progress, line.address), done: progress.done + (line.action === "read" ? 0 : 1) };
    case "apply_errored":
      return end(progress, line.address);
    case "change_summary":
      return { ...progress, phase: line.operation === "plan" ? "planned" : "applied", currentAddresses: [] };
    case "diagnostic":
      if (line.diagnostic.severity !== "error") return progress;
      return { ...progress, errors: [...progress.errors, line.diagnostic] };
    case "apply_progress":
      return progress;
  }
}

/** Moves, imports without a change and removals from the state are done without a line of their own. */
function stepsOf(action: string): number {
  if (action === "replace") return 2;
  return action === "create" || action === "update" || action === "delete" ? 1 : 0;
}

function begin(progress: Progress, address: string): Progress {
  return { ...progress, currentAddresses: [...progress.currentAddresses, address] };
}

function end(progress: Progress, address: string): Progress {
  const at = progress.currentAddresses.indexOf(address);
  if (at < 0) return progress;
  return { ...progress, currentAddresses: progress.currentAddresses.toSpliced(at, 1) };
}
