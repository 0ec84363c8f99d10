import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { AuditResult } from "../../audit/audit-result.js";
import { withoutIgnored } from "../../catalog/ignore/without-ignored.js";
import { type Severity, severities } from "../../diagnostic/diagnostic.js";
import { type AuditFormat, auditReports } from "../../report/audit/audit.js";
import type { AuditInput } from "../../report/audit/input.js";
import { plain } from "../../report/paint.js";
import { audit as compare } from "../../workflow/audit.js";
import { done, stopped } from "../../workflow/ended.js";
import { exit } from "../exit.js";
import { givenBaseline } from "../given-baseline.js";
import { inWorkspace } from "../in-workspace.js";
import { shownPath } from "../node-files.js";
import { catalogFile } from "../options.js";
import type { Shell } from "../shell.js";
import { showDiagnostics } from "../show.js";
import { addToStepSummary } from "../step-summary.js";
import { version } from "../version.js";
import type { WorkspaceFlags } from "../workspace-options.js";

export interface AuditFlags extends WorkspaceFlags {
  readonly format: AuditFormat;
  /** The least severe finding that makes the exit code 2. */
  readonly failOn: FailOn;
  readonly baseline?: string;
  readonly complete?: boolean;
  /** False with `--no-state`. */
  readonly state: boolean;
  /** Folder that gets every format. */
  readonly out?: string;
}

export type FailOn = Severity | "never";

/** `identity audit`: compares what the catalog says, what the state says and what AWS has. */
export function audit(outer: Shell, flags: AuditFlags): Promise<number> {
  return inWorkspace(outer, flags, async ({ shell, ports, catalog, warnings, ignores }) => {
    const { baseline, diagnostics: mistakes } = givenBaseline(shell, flags);
    if (baseline === null) return stopped("invalid", mistakes);
    const audited = await compare(ports, {
      catalog,
      stack: flags.stack,
      readsState: flags.state,
      complete: flags.complete === true,
      baseline,
    });
    if (!audited.ok) return audited;
    const { result } = audited.value;
    const later = withoutIgnored([...mistakes, ...audited.value.diagnostics], ignores);
    showDiagnostics(shell, later.diagnostics, later.ignored);
    const input: AuditInput = {
      result,
      diagnostics: [...warnings, ...later.diagnostics],
      paint: shell.paintOut,
      version,
      catalogFile: catalogFile(shell, flags),
      rows: "actual",
    };
    if (flags.out !== undefined) await writeAll(shell, flags.out, input);
    await addToStepSummary(shell, auditReports.markdown(input));
    shell.out(auditReports[flags.format](input));
    return done(isFound(result, flags.failOn) ? exit.found : exit.done);
  });
}

/** Everything of one reading, for the jobs of a pipeline that want different formats. */
async function writeAll(shell: Shell, out: string, input: AuditInput): Promise<void> {
  const folder = resolve(shell.cwd, out);
  const texts = {
    "audit.txt": auditReports.text({ ...input, paint: plain }),
    "audit.json": auditReports.json(input),
    "audit.sarif": auditReports.sarif(input),
    "audit.md": auditReports.markdown(input),
    "actual.csv": auditReports.csv({ ...input, rows: "actual" }),
    "expected.csv": auditReports.csv({ ...input, rows: "expected" }),
  };
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  shell.err(`${shownPath(shell.cwd, out)}: ${Object.keys(texts).join(", ")} written\n`);
}

function isFound({ findings }: AuditResult, failOn: FailOn): boolean {
  const least = failOn === "never" ? -1 : severities.indexOf(failOn);
  return findings.some((finding) => severities.indexOf(finding.severity) <= least);
}
