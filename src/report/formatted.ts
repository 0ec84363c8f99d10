import { counted } from "../diagnostic/counted.js";
import { visible } from "../diagnostic/visible.js";
import type { Paint } from "./paint.js";

/** A file before and after it was formatted. */
export interface FormattedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** `{"version":1,"files":[{"file":…,"changed":…}]}`, see docs/json/fmt.schema.json. */
export function formattedJson(files: readonly FormattedFile[]): string {
  const list = files.map((f) => ({ file: f.file, changed: isChanged(f) }));
  return `${JSON.stringify({ version: 1, files: list }, null, 2)}\n`;
}

/** The files that were formatted, then `3 files, 1 changed`. */
export function formattedText(files: readonly FormattedFile[]): string {
  const changed = files.filter(isChanged);
  const lines = changed.map((f) => `${visible(f.file)} formatted\n`);
  return `${lines.join("")}${counted(files.length, "file")}, ${changed.length} changed\n`;
}

/** The files that are not formatted, each with the first line that differs, then `3 files, 1 would change`. */
export function unformattedText(files: readonly FormattedFile[], paint: Paint): string {
  const changed = files.filter(isChanged);
  const blocks = changed.map((f) => {
    const [before, after] = [f.before.split("\n"), f.after.split("\n")];
    const line = before.findIndex((text, i) => text !== after[i]);
    const at = line < 0 ? before.length : line;
    const parts = [
      `${paint("bold", `${visible(f.file)}:${at + 1}`)}: not formatted\n`,
      ...(before[at] === undefined ? [] : [paint("red", `  - ${shown(before[at])}`), "\n"]),
      ...(after[at] === undefined ? [] : [paint("green", `  + ${shown(after[at])}`), "\n"]),
    ];
    return parts.join("");
  });
  return `${blocks.join("")}${counted(files.length, "file")}, ${changed.length} would change\n`;
}

/** True when formatting makes a difference. */
export function isChanged({ before, after }: FormattedFile): boolean {
  return before !== after;
}

/** White space at the end of a line as middle dots, and what cannot be seen as escapes. */
function shown(line: string): string {
  return visible(line.replace(/[ \t]+(?=\r?$)/, (spaces) => "·".repeat(spaces.length)));
}
