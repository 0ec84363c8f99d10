import { counted } from "../../diagnostic/counted.js";
import { markdownText } from "../markdown-text.js";
import { collapsed, listed, type Section } from "../section.js";

/** So many rows are shown at once. */
const mostOpen = 25;

/** A table of so many of `one`, collapsed when it is long; none when there are no rows. */
export function tableSection(
  rank: number,
  one: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Section[] {
  const title = counted(rows.length, one);
  const [start, after] = rows.length > mostOpen ? collapsed(title) : [`**${title}**\n\n`, "\n"];
  const before = `${start}| ${header.join(" | ")} |\n|${"---|".repeat(header.length)}\n`;
  const items = rows.map((row) => `| ${row.map(markdownText).join(" | ")} |\n`);
  return listed({ rank, before, items, after, what: [one, `${one}s`] });
}
