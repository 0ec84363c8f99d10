import type { Sandbox, SandboxOptions } from "../../sandbox/server.js";
import { done, type Ended, stopped } from "../../workflow/ended.js";

/** Starts a sandbox; a port or a state file in use is somebody's to solve, not a mistake of the program. */
export async function openSandbox(options: SandboxOptions): Promise<Ended<Sandbox>> {
  const { startSandbox } = await import("../../sandbox/server.js");
  try {
    return done(await startSandbox(options));
  } catch (error) {
    const message = `the sandbox cannot start: ${(error as Error).message}`;
    return stopped("failed", [{ code: "IDC530", severity: "error", message, span: null, hint: null }]);
  }
}
