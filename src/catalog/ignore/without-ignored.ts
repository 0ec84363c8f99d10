import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { compareDiagnostics } from "../../diagnostic/order.js";
import type { Ignore, Ignores } from "./ignore.js";

/** A finding that a comment silences. */
export interface Ignored {
  readonly diagnostic: Diagnostic;
  readonly by: Ignore;
}

export interface Sifted {
  /** What is left; by place when there are such comments. One on an error is a finding itself. */
  readonly diagnostics: readonly Diagnostic[];
  readonly ignored: readonly Ignored[];
}

/** Takes out the warnings and infos that the catalog says to ignore. An error is never silenced. */
export function withoutIgnored(diagnostics: readonly Diagnostic[], ignores: Ignores): Sifted {
  if (ignores.comments.length === 0) return { diagnostics, ignored: [] };
  const find = finder(ignores);
  const ignored: Ignored[] = [];
  const left: Diagnostic[] = [];
  const onErrors = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const by = find(diagnostic);
    if (by !== undefined && diagnostic.severity !== "error") ignored.push({ diagnostic, by });
    else left.push(diagnostic);
    if (by !== undefined && diagnostic.severity === "error") {
      onErrors.set(JSON.stringify([by.span, diagnostic.code]), notSilenced(diagnostic.code, by));
    }
  }
  return { diagnostics: [...left, ...onErrors.values()].sort(compareDiagnostics), ignored };
}

/** Finds the comment that speaks of a finding: on its line, or on every line that names its file. */
function finder({ comments, references }: Ignores): (diagnostic: Diagnostic) => Ignore | undefined {
  const byPlace = new Map<string, Ignore>();
  for (const comment of comments) {
    for (const code of comment.codes) byPlace.set(placeKey(comment.span.file, comment.line, code), comment);
  }
  return ({ code, span }) => {
    if (span === null) return undefined;
    const at = (place: Span): Ignore | undefined => byPlace.get(placeKey(place.file, place.line, code));
    const named = (references.get(span.file) ?? []).map(at);
    return at(span) ?? (named.includes(undefined) ? undefined : named[0]);
  };
}

function placeKey(file: string, line: number, code: string): string {
  return JSON.stringify([file, line, code]);
}

function notSilenced(code: string, { span }: Ignore): Diagnostic {
  return {
    code: "IDC361",
    severity: "warning",
    message: `${code} is an error here, and an error cannot be ignored`,
    span,
    hint: "correct it, and remove this comment",
  };
}
