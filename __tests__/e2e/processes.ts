import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

/** Processes started by a process, itself left out. */
export function childrenOf(pid: number): readonly number[] {
  const listing = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const pairs = listing
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.filter(([, parent]) => parent === pid).flatMap(([child]) => child ?? []);
}

/** True while any process of the group runs. */
export function groupRuns(leader: number): boolean {
  try {
    process.kill(-leader, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits until the condition holds; fails after three minutes. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 180_000; !(await condition()); await sleep(50)) {
    if (Date.now() > end) throw new Error("it did not come to that within three minutes");
  }
}
