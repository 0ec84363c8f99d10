import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { unreadable } from "../../catalog/read/unreadable.js";
import { error } from "../../catalog/rules/rule.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { buildReport } from "../../report/access-report/build.js";
import { accessReportFormats, type ReportFormat } from "../../report/access-report/formats.js";
import { readAudit } from "../../report/access-report/read-audit.js";
import { earlierAccess } from "../../report/access-since.js";
import { exit } from "../exit.js";
import { expandedAccess } from "../expanded-access.js";
import { nodeFiles, shownPath } from "../node-files.js";
import type { CatalogOptions } from "../options.js";
import type { Shell } from "../shell.js";
import { stop } from "../show.js";

export interface ReportOptions extends CatalogOptions {
  readonly format: ReportFormat;
  readonly title: string;
  /** JSON of an audit, whose findings and drift the report shows. */
  readonly audit?: string;
  /** An earlier report. */
  readonly since?: string;
  /** Default stdout. */
  readonly out?: string;
}

/** `identity report`: who can do what where, for people who read it. */
export async function report(shell: Shell, options: ReportOptions): Promise<number> {
  const audit = given(shell, options.audit, readAudit, 'JSON of "identity audit --format json"');
  const earlier = given(shell, options.since, earlierAccess, "report of this program, HTML or JSON");
  const mistakes = [...audit.diagnostics, ...earlier.diagnostics];
  if (mistakes.length > 0) return stop(shell, mistakes, options.format, exit.invalid);
  const expanded = expandedAccess(shell, options);
  if (!expanded.ok) return expanded.code;
  const { catalog, model, directory, now } = expanded;
  const other = instanceProblem(model.instance?.arn ?? null, audit.value?.instanceArn ?? null, options.audit);
  if (other !== null) return stop(shell, [other], options.format, exit.refused);
  const built = buildReport({
    ...{ title: options.title, createdAt: now, catalog, model, directory },
    audit: audit.value,
    earlier: earlier.value,
  });
  const text = accessReportFormats[options.format](built);
  if (options.out === undefined) shell.out(text);
  else {
    await writeFile(resolve(shell.cwd, options.out), text);
    shell.err(`${shownPath(shell.cwd, options.out)} written\n`);
  }
  return exit.done;
}

/** Findings of one organization must not stand beside the access of another. */
function instanceProblem(ours: string | null, audited: string | null, file = ""): Diagnostic | null {
  if (ours === null || audited === null || ours === audited) return null;
  const message = `${file} is an audit of ${audited}, and the directory is of ${ours}`;
  return error("IDC622", message, null, "audit again, or take the directory of that instance");
}

/** What a file has; null without one. */
function given<T>(
  { cwd }: Shell,
  file: string | undefined,
  read: (text: string) => T | null,
  what: string,
): { readonly value: T | null; readonly diagnostics: readonly Diagnostic[] } {
  if (file === undefined) return { value: null, diagnostics: [] };
  const path = shownPath(cwd, file);
  const found = nodeFiles(cwd).read(path, { most: mostBytes });
  if (found.text === null) {
    return { value: null, diagnostics: [unreadable(path, found, null, "check the path")] };
  }
  const value = read(found.text);
  if (value !== null) return { value, diagnostics: [] };
  return {
    value,
    diagnostics: [
      error("IDC623", `${path} is no ${what}`, null, "make it anew, with this version of the program"),
    ],
  };
}

/** Of a report of 500 accounts and 100,000 grants some 5 MB. */
const mostBytes = 100_000_000;
