import type { Ignored } from "../catalog/ignore/without-ignored.js";
import { counted } from "../diagnostic/counted.js";
import { type Diagnostic, type Severity, severities } from "../diagnostic/diagnostic.js";
import { codeFrame } from "../diagnostic/frame.js";
import { visible } from "../diagnostic/visible.js";
import type { Paint } from "./paint.js";

/** `{"version":1,"diagnostics":[…],"ignored":[…]}`, see docs/json/diagnostics.schema.json. */
export function diagnosticsJson(
  diagnostics: readonly Diagnostic[],
  ignored: readonly Ignored[] = [],
): string {
  const object = {
    version: 1,
    diagnostics: diagnostics.map(diagnosticFields),
    ignored: ignored.map(ignoredFields),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}

function ignoredFields({ diagnostic, by }: Ignored): object {
  const { file, line } = by.span;
  return { ...diagnosticFields(diagnostic), reason: by.reason, ignoredAt: { file, line } };
}

/** A diagnostic as every JSON output has it: flat, with null for what is not known. */
export function diagnosticFields({ code, severity, message, span, hint }: Diagnostic): object {
  return {
    code,
    severity,
    message,
    file: span?.file ?? null,
    line: span?.line ?? null,
    column: span?.column ?? null,
    endLine: span?.endLine ?? null,
    endColumn: span?.endColumn ?? null,
    hint,
  };
}

/**
 * Diagnostics as a compiler shows them: `file:line:column: error IDC302: …`, the line with carets,
 * the hint; then a count. `textOf` gives a file's text, or null when it cannot be read.
 */
export function diagnosticsText(
  diagnostics: readonly Diagnostic[],
  textOf: (file: string) => string | null,
  paint: Paint,
  ignored: readonly Ignored[] = [],
): string {
  if (diagnostics.length === 0) return "";
  const blocks = diagnostics.map((d) => block(d, textOf, paint));
  return `${blocks.join("\n")}\n${count(diagnostics, ignored)}\n`;
}

/** Findings about a secret: the line in which it stands is not shown. */
const secrets: ReadonlySet<string> = new Set(["IDC383", "IDC759"]);
const colours = { error: "red", warning: "yellow", info: "cyan" } as const satisfies Record<Severity, string>;

function block(
  { code, severity, message, span, hint }: Diagnostic,
  textOf: (file: string) => string | null,
  paint: Paint,
): string {
  const place = span === null ? "" : `${span.file}:${span.line}:${span.column}: `;
  const head = `${paint("bold", place)}${paint(colours[severity], severity)} ${code}: ${visible(message)}`;
  const frame = span === null || secrets.has(code) ? "" : codeFrame(textOf(span.file) ?? "", span);
  const lines = [head, ...(frame === "" ? [] : frame.split("\n").map((l) => `  ${paint("dim", l)}`))];
  if (hint !== null) lines.push(`  ${paint("bold", "→")} ${visible(hint)}`);
  return `${lines.join("\n")}\n`;
}

/** `2 errors, 1 warning, 1 ignored` */
export function count(diagnostics: readonly Diagnostic[], ignored: readonly Ignored[] = []): string {
  const of = (severity: Severity): number => diagnostics.filter((d) => d.severity === severity).length;
  const parts = severities.flatMap((s) => (of(s) === 0 ? [] : counted(of(s), s)));
  return [...parts, ...(ignored.length === 0 ? [] : [`${ignored.length} ignored`])].join(", ");
}
