import { readFileSync } from "node:fs";
import { parseUiLine, type UiDiagnostic, type UiLine } from "../../src/terraform/ui-line.js";

/** The text of a file recorded from Terraform 1.11.4 with AWS provider 5.100.0. */
export function recordedText(name: string): string {
  return readFileSync(new URL(`./recorded/${name}`, import.meta.url), "utf8");
}

/** The recorded lines that matter. */
export function recordedLines(name: string): readonly UiLine[] {
  return recordedText(name)
    .split("\n")
    .map(parseUiLine)
    .filter((line) => line !== null);
}

/** The recorded error whose summary or detail contains `part`. */
export function recordedError(part: string): UiDiagnostic {
  for (const line of recordedLines("errors.jsonl")) {
    if (line.type !== "diagnostic") continue;
    if (`${line.diagnostic.summary} ${line.diagnostic.detail}`.includes(part)) return line.diagnostic;
  }
  throw new Error(`no recorded error has "${part}"`);
}
