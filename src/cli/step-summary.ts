import { appendFile } from "node:fs/promises";
import type { Shell } from "./shell.js";

/** Adds to GitHub's summary of the step, when there is one. */
export async function addToStepSummary({ env }: Shell, markdown: string): Promise<void> {
  const file = env["GITHUB_STEP_SUMMARY"] ?? "";
  if (file !== "") await appendFile(file, markdown);
}
