import type { ExecResult } from "./exec.js";
import { type JsonObject, parseObject } from "./json.js";
import { failed, type Outcome, ok } from "./outcome.js";

/** Of 12,000 assignments some 15 MB; a string of Node ends at 512 MB. */
export const pullLimit = 400 * 1024 * 1024;

/** What `terraform state pull` printed, for `readKeptState`; null when there is no state yet. */
export function pulledState(
  { stdout, truncated }: Pick<ExecResult, "stdout" | "truncated">,
  logFile: string,
): Outcome<JsonObject | null> {
  if (stdout.trim() === "") return ok(null);
  const document = truncated ? null : parseObject(stdout);
  if (document?.["version"] === 4) return ok(document);
  const message = truncated ? "the state is larger than 400 MB" : "terraform gives no state that can be read";
  return failed({ code: "IDC510", message, hint: null, logFile, errors: [] });
}
