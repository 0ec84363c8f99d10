import type { Span } from "../../diagnostic/diagnostic.js";

/** Lines before a value on which its anchor may stand, with comments between. */
const mostLinesBetween = 20;

/** The name of the anchor on a value: `devs` for `&devs [a, b]`; null when there is none. */
export function anchorBefore(lines: readonly string[], value: Span): string | null {
  const first = Math.max(0, value.line - 1 - mostLinesBetween);
  const before = lines.slice(first, value.line - 1).map((line) => line.replace(/(^|\s)#.*$/, ""));
  const text = [...before, (lines[value.line - 1] ?? "").slice(0, value.column - 1)].join("\n");
  return /&([^\s,[\]{}]+)(?:\s+!\S*)?\s*$/.exec(text)?.[1] ?? null;
}

/** The `<<` of a map, and the name of the one anchor it merges; an empty name for several. */
export function mergeIn(
  lines: readonly string[],
  map: Span,
): { readonly name: string; readonly span: Span } | null {
  const isFlow = lines[map.line - 1]?.charAt(map.column - 1) === "{";
  for (let line = map.line; line <= map.endLine; line++) {
    const from = line === map.line ? map.column - 1 : 0;
    const match = /<<\s*:\s*(?:\*([^\s,[\]{}]+))?/.exec((lines[line - 1] ?? "").slice(from));
    if (match === null) continue;
    const column = from + match.index + 1;
    // In a block, keys of one map stand in one column.
    if (isFlow || column === map.column) {
      const span = { file: map.file, line, column, endLine: line, endColumn: column + 2 };
      return { name: match[1] ?? "", span };
    }
  }
  return null;
}
