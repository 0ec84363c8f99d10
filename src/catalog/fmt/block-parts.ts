import type { Lines } from "./lines.js";
import type { Range } from "./rewrite.js";

/** Items of a block collection that stand together, and what separates them from the next group. */
export interface Group {
  /** Each with the comments above it and those below that are indented deeper. */
  readonly units: readonly Range[];
  /** Blank lines, or comments that belong to no item; empty behind the last group. */
  readonly gap: string;
  /** True when no item may move past the gap: a comment in it is about what stands around it. */
  readonly isFixed: boolean;
}

/**
 * Groups the items of a block collection. `starts` are the places of the items, `end` is the line behind
 * the collection, `isText` is true for lines inside a text or a flow collection.
 */
export function groupsOf(
  lines: Lines,
  starts: readonly number[],
  end: number,
  isText: (line: number) => boolean,
): readonly Group[] {
  const first = starts[0] ?? 0;
  const column = first - lines.start(lines.at(first));
  const isBlank = (line: number): boolean => !isText(line) && lines.get(line) === "";
  const isComment = (line: number): boolean =>
    !isText(line) && lines.get(line).charAt(lines.indent(line)) === "#";

  /** The line where the comments above an item begin. */
  function head(start: number): number {
    let line = lines.at(start);
    const isFirst = lines.start(line) + lines.indent(line) === start;
    while (isFirst && line > 0 && isComment(line - 1) && lines.indent(line - 1) === column) line--;
    return line;
  }

  /** The line behind an item that ends before `stop`. */
  function tail(stop: number): number {
    let end = stop;
    while (isComment(end - 1) || isBlank(end - 1)) end--;
    for (let line = end; line < stop && (isBlank(line) || lines.indent(line) > column); line++) {
      if (!isBlank(line)) end = line + 1;
    }
    return end;
  }

  const groups: Group[] = [];
  let units: Range[] = [];
  starts.forEach((start, i) => {
    const from = head(start);
    const next = starts[i + 1];
    const to = tail(next === undefined ? end : lines.at(next));
    units.push({
      start: from === lines.at(start) ? start : lines.start(from) + column,
      end: lines.start(to),
    });
    const gapEnd = next === undefined ? to : head(next);
    if (next !== undefined && gapEnd === to) return;
    const gapLines = Array.from({ length: gapEnd - to }, (_, l) => to + l);
    const gap = lines.text.slice(lines.start(to), lines.start(gapEnd));
    groups.push({ units, gap, isFixed: next === undefined || gapLines.some(isComment) });
    units = [];
  });
  return groups;
}
