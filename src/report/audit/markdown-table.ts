import { markdownText } from "../markdown-text.js";
import { collapsed, type Section } from "../section.js";

export interface TableRow {
  readonly cells: readonly string[];
  /** So many of what the table counts. */
  readonly count: number;
}

/** So many rows are shown at once. */
const mostOpen = 25;

/** A table of so many of `what`, one and many of it, collapsed when it is long; none when there are no rows. */
export function tableSection(
  rank: number,
  what: Section["what"],
  header: readonly string[],
  rows: readonly TableRow[],
): readonly Section[] {
  if (rows.length === 0) return [];
  const sum = rows.reduce((all, { count }) => all + count, 0);
  const title = `${sum} ${what[sum === 1 ? 0 : 1]}`;
  const [start, after] = rows.length > mostOpen ? collapsed(title) : [`**${title}**\n\n`, "\n"];
  const before = `${start}| ${header.join(" | ")} |\n|${"---|".repeat(header.length)}\n`;
  const entries = rows.map(({ cells, count }) => ({
    text: `| ${cells.map(markdownText).join(" | ")} |\n`,
    count,
  }));
  return [{ rank, before, entries, after, what }];
}
