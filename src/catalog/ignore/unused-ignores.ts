import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { Ignore, Ignores } from "./ignore.js";

/** Found only when the accounts or the directory are known. */
const fromDirectory = new Set(["IDC306", "IDC307", "IDC324", "IDC346", "IDC347", "IDC348", "IDC351"]);

/**
 * Comments that speak of nothing that was found, of any severity. `found` is everything that all rules
 * find that need no AWS; without a directory, those that need one have not looked.
 */
export function unusedIgnores(
  { comments, references }: Ignores,
  found: readonly Diagnostic[],
  hasDirectory: boolean,
): readonly Diagnostic[] {
  if (comments.length === 0) return [];
  const couldBeFound = (code: string): boolean =>
    /^IDC[123]/.test(code) && (hasDirectory || !fromDirectory.has(code));
  const places = new Set(
    found.flatMap(({ code, span }) =>
      span === null
        ? []
        : [span, ...(references.get(span.file) ?? [])].map((s) => JSON.stringify([s.file, s.line, code])),
    ),
  );
  return comments.flatMap((comment) =>
    comment.codes
      .filter(couldBeFound)
      .filter((code) => !places.has(JSON.stringify([comment.span.file, comment.line, code])))
      .map((code) => unused(code, comment)),
  );
}

function unused(code: string, { span, line, codes }: Ignore): Diagnostic {
  return {
    code: "IDC362",
    severity: "warning",
    message: `there is no ${code} on line ${line} to ignore`,
    span,
    hint: `remove ${codes.length === 1 ? "this comment" : `${code} from it`}, or move it to the line it is about`,
  };
}
