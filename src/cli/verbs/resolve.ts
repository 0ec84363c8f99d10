import { mkdir, writeFile } from "node:fs/promises";
import { resolve as absolute, dirname } from "node:path";
import { formatSnapshot } from "../../directory/snapshot.js";
import { done } from "../../workflow/ended.js";
import { directorySize } from "../../workflow/organization.js";
import { exit } from "../exit.js";
import { inWorkspace } from "../in-workspace.js";
import { defaultDirectory, directoryFile } from "../options.js";
import type { Shell } from "../shell.js";
import { defaultStack, type WorkspaceFlags } from "../workspace-options.js";

/** `identity resolve`: writes the directory snapshot, so that synth needs no network and no data sources. */
export function resolve(outer: Shell, options: Omit<WorkspaceFlags, "stack">): Promise<number> {
  const flags = { ...options, stack: defaultStack };
  return inWorkspace(outer, flags, async ({ shell, ports }) => {
    const step = ports.step("Reading AWS");
    const directory = await ports.aws.directory(true, (text) => step.update(text));
    if (!directory.ok) {
      step.fail();
      return directory;
    }
    const { accounts, groups, users } = directory.value;
    step.end(directorySize(directory.value));
    const file = directoryFile(shell, flags) ?? defaultDirectory;
    const path = absolute(shell.cwd, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, formatSnapshot(directory.value));
    const counts = { accounts: accounts.length, groups: groups.length, users: users.length };
    if (flags.format === "json") shell.out(`${JSON.stringify({ version: 1, file, ...counts }, null, 2)}\n`);
    else shell.out(`${file} written\n`);
    return done(exit.done);
  });
}
