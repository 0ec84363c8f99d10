import type { Change } from "../../workflow/summary/summary.js";
import { markdownBlock, markdownText } from "../markdown-text.js";
import { collapsed, type Piece, type Section } from "../section.js";
import type { DiffLine } from "./diff-line.js";
import { type Entry, type Part, titleOf } from "./part.js";

/** As GitHub colours a block of `diff`: red, orange, orange, green, not at all. */
const marks: Readonly<Record<Change, string>> = {
  remove: "-",
  replace: "!",
  change: "!",
  add: "+",
  adopt: "=",
};

/** So many lines of what nobody loses are shown at once. */
const mostOpen = 25;

/** A part as Markdown: each entry that has a diff can be opened, the others are lines of one block. */
export function partSection(rank: number, part: Part): Section {
  const { kind, verb, count, entries } = part;
  const title = titleOf(part);
  const what = [`${kind} ${verb}`, `${kind}s ${verb}`] as const;
  const heading = `**${title}**\n\n`;
  if (entries.length === 0)
    return { rank, before: "", entries: [{ text: `${title}\n\n`, count }], after: "", what };
  if (entries.some(({ diff }) => diff.length > 0))
    return { rank, before: heading, entries: entries.map(opened), after: "", what };
  const isOpen = entries.length <= mostOpen || part.change === "remove" || part.change === "replace";
  const [start, end] = isOpen ? [heading, "\n"] : collapsed(title);
  // A mark stands before every line, so that none of them ends the block.
  return {
    rank,
    before: `${start}\`\`\`diff\n`,
    entries: entries.map((entry) => ({ text: `${lineOf(entry)}\n`, count: entry.count })),
    after: `\`\`\`\n${end}`,
    what,
  };
}

function opened(entry: Entry): Piece {
  const { line, count, diff } = entry;
  if (diff.length === 0) return { text: `${markdownBlock("diff", [lineOf(entry)])}\n`, count };
  const [start, end] = collapsed(markdownText(line));
  return { text: `${start}${markdownBlock("diff", diff.map(diffLine))}${end}`, count };
}

function lineOf({ change, line }: Entry): string {
  return `${marks[change]} ${line}`;
}

function diffLine({ mark, text }: DiffLine): string {
  return mark === null ? `@@ ${text} @@` : `${mark} ${text}`;
}
