/** The lines of a text, by number from 0. */
export interface Lines {
  readonly text: string;
  readonly count: number;
  /** Offset of the first character of a line; one past the last line it is the end of the text. */
  start(line: number): number;
  /** The line an offset is on. */
  at(offset: number): number;
  /** Characters before the first that is not a space or a tab. */
  indent(line: number): number;
  /** A line without its break. */
  get(line: number): string;
}

/** Finds lines by offset; only a line feed ends a line. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  const start = (line: number): number => starts[line] ?? text.length;
  const get = (line: number): string => {
    const end = line + 1 < starts.length ? start(line + 1) - 1 : text.length;
    return text.slice(start(line), end);
  };
  return {
    text,
    count: starts.length,
    start,
    get,
    indent: (line) => /^[ \t]*/.exec(get(line))?.[0].length ?? 0,
    at: (offset) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (start(middle) <= offset) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}
