import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { type CatalogFiles, folderOf, isBelow, joinPath } from "./files.js";
import type { Import } from "./import-list.js";
import { isPattern, pathPattern } from "./path-pattern.js";
import { unreadable } from "./unreadable.js";

/** The paths that one import stands for: itself, or the files that its pattern matches. */
export function importPaths(
  files: CatalogFiles,
  wanted: Import,
  from: string,
  base: string,
  report: (diagnostic: Diagnostic) => void,
): readonly string[] {
  const refuse = (code: string, message: string, hint: string): readonly string[] => {
    report({ code, severity: "error", message, span: wanted.span, hint });
    return [];
  };
  const relative = wanted.path.startsWith("./") || wanted.path.startsWith("../");
  const withEnding = /\.ya?ml$/.test(wanted.path) ? wanted.path : `${wanted.path}.yaml`;
  const path = joinPath(relative ? folderOf(from) : base, withEnding);
  if (/^[a-z0-9+.-]+:/i.test(wanted.path)) {
    const hint = "copy the file below the base folder: imports are never downloaded";
    return refuse("IDC107", `cannot import "${wanted.path}": it is remote`, hint);
  }
  if (wanted.path.startsWith("/") || !isBelow(base, path)) {
    const hint = `imports stay below "${base === "" ? "." : base}"`;
    return refuse("IDC109", `import "${wanted.path}" leaves the base folder`, hint);
  }
  if (!isPattern(withEnding)) return [path];
  const pattern = pathPattern(base === "" ? path : path.slice(base === "/" ? 1 : base.length + 1));
  if (typeof pattern === "string") {
    const hint = "patterns have *, ?, **, [a-z] and {one,two}; write several imports instead";
    return refuse("IDC118", `import "${wanted.path}" is not a pattern: ${pattern}`, hint);
  }
  const found = files.find(base, pattern);
  for (const { path: refused, ...unread } of found.refused) {
    report(unreadable(refused, unread, wanted.span, ""));
  }
  if (!found.complete) {
    const hint = "name the folders in the pattern";
    return refuse("IDC113", `import "${wanted.path}" looks through too many files`, hint);
  }
  const others = found.files.filter((f) => f !== from);
  if (others.length === 0 && found.refused.length === 0) report(noMatch(wanted));
  return others;
}

function noMatch({ path, optional, span }: Import): Diagnostic {
  const message = `import "${path}" matches no file`;
  if (!optional) return { code: "IDC110", severity: "error", message, span, hint: "check the pattern" };
  const hint = "skip_if_missing is set: nothing was imported";
  return { code: "IDC111", severity: "warning", message, span, hint };
}
