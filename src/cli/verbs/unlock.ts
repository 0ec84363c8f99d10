import { lockText, unlockJson } from "../../report/unlock.js";
import type { LockInfo } from "../../terraform/explain-lock.js";
import { done, type Ended } from "../../workflow/ended.js";
import { type Unlocked, unlock as unlockState } from "../../workflow/unlock.js";
import { askYes } from "../ask-yes.js";
import { exit } from "../exit.js";
import { inWorkspace } from "../in-workspace.js";
import type { Shell } from "../shell.js";
import { commandLine, type WorkspaceFlags } from "../workspace-options.js";

/** `identity unlock`: shows who holds the lock of the state and, after a yes, takes it away. */
export function unlock(outer: Shell, flags: WorkspaceFlags): Promise<number> {
  return inWorkspace(outer, flags, async ({ shell, ports, catalog }) => {
    const approve = (lock: LockInfo): Promise<Ended<null>> => ask(shell, lock, flags);
    const unlocked = await unlockState(ports, { catalog, stack: flags.stack, approve });
    if (!unlocked.ok) return unlocked;
    shell.out(flags.format === "json" ? unlockJson(unlocked.value) : unlockedText(unlocked.value));
    return done(exit.done);
  });
}

function unlockedText({ lock }: Unlocked): string {
  return lock === null ? "the state is not locked\n" : "the lock is released\n";
}

function ask(shell: Shell, lock: LockInfo, flags: WorkspaceFlags): Promise<Ended<null>> {
  shell.err(lockText(lock));
  return askYes(shell, {
    question: "A run that still works would write over the next one. Release the lock?",
    nobody: [
      "there is no terminal to ask whether to release the lock",
      `see that this run is dead, and run "${commandLine(["unlock"], flags)}" in a terminal`,
    ],
    declined: ["declined: the lock is still there", "wait for that run to end"],
  });
}
