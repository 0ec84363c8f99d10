import { parse } from "yaml";
import type { Grant } from "../../../src/access/model.js";
import type { Diagnostic, Span } from "../../../src/diagnostic/diagnostic.js";
import { codeFrame } from "../../../src/diagnostic/frame.js";

type Texts = Readonly<Record<string, string>>;

/** The text of a place; null when it is not inside a file. */
function textAt(texts: Texts, { file, line, column, endLine, endColumn }: Span): string | null {
  const lines = (texts[file] ?? "").replace(/^\uFEFF/, "").split("\n");
  const isInside = (l: number, c: number): boolean =>
    l >= 1 && c >= 1 && l <= lines.length && c <= (lines[l - 1] ?? "").length + 1;
  if (texts[file] === undefined || !isInside(line, column) || !isInside(endLine, endColumn)) return null;
  if (endLine < line || (endLine === line && endColumn < column)) return null;
  const part = lines.slice(line - 1, endLine);
  const last = part.length - 1;
  part[last] = (part[last] ?? "").slice(0, endColumn - 1);
  part[0] = (part[0] ?? "").slice(column - 1);
  return part.join("\n");
}

/** Diagnostics whose place is not in a file, or cannot be shown. */
export function misplaced(texts: Texts, diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.flatMap(({ code, message, span }) => {
    if (span === null) return [];
    const isShown = textAt(texts, span) !== null && codeFrame(texts[span.file] ?? "", span) !== "";
    return isShown && message !== "" ? [] : [`${code} ${message} ${JSON.stringify(span)}`];
  });
}

/** Grants with a place that does not say the name of their permission set. */
export function unsaid(texts: Texts, grants: readonly Grant[]): readonly string[] {
  return grants.flatMap(({ permissionSet, sources }) => {
    const wrong = sources.filter((span) => !says(textAt(texts, span), permissionSet));
    return sources.length === 0 || wrong.length > 0 ? [`${permissionSet} ${JSON.stringify(sources)}`] : [];
  });
}

/** A session of another length gives the name a suffix. */
function says(text: string | null, permissionSet: string): boolean {
  if (text === null) return false;
  const name: unknown = parse(text, { logLevel: "silent" });
  return permissionSet === name || permissionSet.startsWith(`${name}-`);
}
