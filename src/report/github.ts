import { codes } from "../diagnostic/codes.js";
import type { Diagnostic, Severity, Span } from "../diagnostic/diagnostic.js";
import { visible } from "../diagnostic/visible.js";

const commands = {
  error: "error",
  warning: "warning",
  info: "notice",
} as const satisfies Record<Severity, string>;

/** Workflow commands of GitHub Actions, which shows them on the lines of a pull request; one line each. */
export function diagnosticsGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((d) => `${command(d)}\n`).join("");
}

function command({ code, severity, message, span, hint }: Diagnostic): string {
  const title = `${code} ${codes[code]?.title ?? ""}`.trim();
  const properties = [...(span === null ? [] : place(span)), ["title", title] as const];
  const text = hint === null ? visible(message) : `${visible(message)}\n→ ${visible(hint)}`;
  const written = properties.map(([key, value]) => `${key}=${inProperty(String(value))}`);
  return `::${commands[severity]} ${written.join(",")}::${inData(text)}`;
}

/** GitHub takes columns only within one line. */
function place(span: Span): readonly (readonly [string, string | number])[] {
  const { file, line, column, endLine, endColumn } = span;
  const start = [["file", file] as const, ["line", line] as const];
  return endLine === line
    ? [...start, ["col", column], ["endColumn", endColumn]]
    : [...start, ["endLine", endLine]];
}

/** The runner decodes exactly these; anything else would end the command or begin another. */
function inData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function inProperty(text: string): string {
  return inData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
