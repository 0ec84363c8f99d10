import { isUtf8 } from "node:buffer";
import { resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { formatCatalog } from "../../catalog/fmt/format.js";
import type { Unread } from "../../catalog/read/files.js";
import { unreadable } from "../../catalog/read/unreadable.js";
import { type Diagnostic, hasErrors } from "../../diagnostic/diagnostic.js";
import { diagnosticsJson, diagnosticsText } from "../../report/diagnostics.js";
import {
  type FormattedFile,
  formattedJson,
  formattedText,
  isChanged,
  unformattedText,
} from "../../report/formatted.js";
import { filesOfCatalog } from "../catalog-files.js";
import { exit } from "../exit.js";
import { nodeFiles, shownPath } from "../node-files.js";
import { catalogFile } from "../options.js";
import { replaceFile } from "../replace-file.js";
import type { Shell } from "../shell.js";
import { stop } from "../show.js";

export interface FmtFlags {
  readonly catalog?: string;
  readonly check?: boolean;
  readonly format: string;
}

/** The name of the text that an editor hands over. */
const stdinName = "<stdin>";
const notUtf8: Unread = { text: null, why: "encoding", detail: "it is not UTF-8" };

/**
 * `identity fmt [FILE...]`: orders and quotes catalog files, keeping comments. Without files, the catalog and
 * what it imports; the file `-` is stdin, whose formatted text goes to stdout.
 */
export async function fmt(
  shell: Shell,
  asked: readonly string[],
  flags: FmtFlags,
  stdin: () => Promise<Buffer> = () => buffer(process.stdin),
): Promise<number> {
  const disk = nodeFiles(shell.cwd);
  const catalog = filesOfCatalog(disk, catalogFile(shell, flags));
  if (asked.length === 0 && hasErrors(catalog.diagnostics)) {
    return stop(shell, catalog.diagnostics, flags.format, exit.invalid);
  }
  if (asked.includes("-")) return fmtStdin(shell, await stdin(), catalog.components, flags);
  const paths = asked.length === 0 ? catalog.paths : asked.map((path) => shownPath(shell.cwd, path));
  const files: FormattedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of new Set(paths)) {
    const read = disk.read(file);
    if (read.text === null) {
      diagnostics.push(unreadable(file, read, null, "check the path"));
      continue;
    }
    const formatted = formatCatalog(read.text, file, catalog.components);
    if (formatted.ok) files.push({ file, before: read.text, after: formatted.text });
    else diagnostics.push(...formatted.diagnostics);
  }
  if (hasErrors(diagnostics)) return stop(shell, diagnostics, flags.format, exit.invalid);
  if (flags.check !== true) {
    for (const { file, after } of files.filter(isChanged)) await replaceFile(resolve(shell.cwd, file), after);
  }
  return report(shell, files, flags);
}

async function fmtStdin(
  shell: Shell,
  bytes: Buffer,
  components: ReadonlySet<string>,
  flags: FmtFlags,
): Promise<number> {
  const text = bytes.toString("utf8");
  const formatted = isUtf8(bytes)
    ? formatCatalog(text, stdinName, components)
    : { ok: false as const, diagnostics: [unreadable(stdinName, notUtf8, null, "")] };
  if (!formatted.ok) {
    shell.err(diagnosticsText(formatted.diagnostics, () => text, shell.paint));
    if (flags.format === "json") shell.out(diagnosticsJson(formatted.diagnostics));
    return exit.invalid;
  }
  if (flags.check === true || flags.format === "json") {
    return report(shell, [{ file: stdinName, before: text, after: formatted.text }], flags);
  }
  shell.out(formatted.text);
  return exit.done;
}

function report(shell: Shell, files: readonly FormattedFile[], { check, format }: FmtFlags): number {
  if (format === "json") shell.out(formattedJson(files));
  else shell.out(check === true ? unformattedText(files, shell.paintOut) : formattedText(files));
  return check === true && files.some(isChanged) ? exit.found : exit.done;
}
