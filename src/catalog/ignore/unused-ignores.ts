import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { Ignore, Ignores } from "./ignore.js";

/**
 * Comments that speak of nothing that was found, of any severity. `found` must be everything that all
 * rules find; codes for which `couldBeFound` is false were not looked for.
 */
export function unusedIgnores(
  { comments, references }: Ignores,
  found: readonly Diagnostic[],
  couldBeFound: (code: string) => boolean,
): readonly Diagnostic[] {
  if (comments.length === 0) return [];
  const places = new Set(
    found.flatMap(({ code, span }) =>
      span === null
        ? []
        : [span, ...(references.get(span.file) ?? [])].map((s) => JSON.stringify([s.file, s.line, code])),
    ),
  );
  return comments.flatMap((comment) =>
    comment.codes
      .filter((code) => couldBeFound(code))
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
    hint: codes.length === 1 ? "remove this comment" : `remove ${code} from this comment`,
  };
}
