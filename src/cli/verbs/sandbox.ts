import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { hasErrors } from "../../diagnostic/diagnostic.js";
import { defaultSeed } from "../../sandbox/default-seed.js";
import { parseSeed, type Seed } from "../../sandbox/seed.js";
import { exit } from "../exit.js";
import { shownPath } from "../node-files.js";
import { sandboxState } from "../ports/embedded-sandbox.js";
import { openSandbox } from "../ports/open-sandbox.js";
import type { Shell } from "../shell.js";
import { showDiagnostics } from "../show.js";

export interface SandboxFlags {
  readonly port?: number;
  readonly seed?: string;
  readonly state?: string;
  readonly throttle: boolean;
}

/** `identity sandbox`: prints the endpoint's URL and serves until interrupted. */
export async function sandbox(shell: Shell, flags: SandboxFlags): Promise<number> {
  const seed = flags.seed === undefined ? defaultSeed : await readSeed(shell, flags.seed);
  if (seed === null) return exit.invalid;
  const statePath = resolve(shell.cwd, flags.state ?? join(".identity", "sandbox", sandboxState));
  const opened = await openSandbox({ port: flags.port ?? 0, seed, statePath, throttle: flags.throttle });
  if (!opened.ok) {
    showDiagnostics(shell, opened.diagnostics);
    return exit.failed;
  }
  const server = opened.value;
  shell.out(`${server.url}\n`);
  shell.err(`serving ${shownPath(shell.cwd, statePath)}; use it from another terminal:\n`);
  shell.err(
    `  export AWS_ENDPOINT_URL=${server.url} AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1 AWS_ACCESS_KEY_ID=sandbox AWS_SECRET_ACCESS_KEY=sandbox\n`,
  );
  shell.err(`  export SCIM_URL=${server.scim.url} SCIM_TOKEN=${server.scim.token}\n`);
  shell.err("stop it with Ctrl-C\n");
  await interrupted(shell.signal);
  await server.close();
  return exit.done;
}

async function readSeed(shell: Shell, file: string): Promise<Seed | null> {
  const shown = shownPath(shell.cwd, file);
  let text: string;
  try {
    text = await readFile(resolve(shell.cwd, file), "utf8");
  } catch {
    const message = `cannot read "${shown}"`;
    showDiagnostics(shell, [
      { code: "IDC102", severity: "error", message, span: null, hint: "check --seed" },
    ]);
    return null;
  }
  const { seed, diagnostics } = parseSeed(text, shown);
  showDiagnostics(shell, diagnostics);
  return hasErrors(diagnostics) ? null : seed;
}

function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    signal.addEventListener("abort", () => done(), { once: true });
  });
}
