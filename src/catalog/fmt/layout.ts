import { type Block, type LinePlan, planLines } from "./line-plan.js";
import { type Lines, linesOf } from "./lines.js";
import { parseTree } from "./tree.js";

/** Where a line stands that has no plan of its own: between the blocks of two lines that begin items. */
interface Between {
  readonly before: Block | undefined;
  readonly next: Block | undefined;
  /** True when a block of text ends above: a comment that is indented like the text would be part of it. */
  readonly isBehindText: boolean;
}

/**
 * Indents by two, removes white space at the ends of lines, and ends the text with one line feed. Values,
 * comments and blank lines between them stay as they are.
 */
export function layOut(text: string): string {
  const lines = linesOf(text);
  const root = parseTree(text);
  const plans = root === null ? new Map<number, LinePlan>() : planLines(root, lines);
  if (plans === null) return text.replace(/\n*$/, "\n");
  const next: (Block | undefined)[] = [];
  for (let n = lines.count - 1; n >= 0; n--) {
    const plan = plans.get(n);
    next[n] = plan?.kind === "item" ? plan.block : next[n + 1];
  }
  let before: Block | undefined;
  let isBehindText = false;
  const out = Array.from({ length: lines.count }, (_, n) => {
    const plan = plans.get(n);
    if (plan?.kind === "item") before = plan.inner;
    if (plan !== undefined) isBehindText = plan.kind === "content";
    return plan?.kind === "content"
      ? contentLine(lines.get(n), plan)
      : usualLine(lines, n, plan, { before, next: next[n], isBehindText });
  });
  let count = lines.count;
  while (count > 0 && out[count - 1] === "" && plans.get(count - 1)?.kind !== "content") count--;
  return count === 0 ? "" : `${out.slice(0, count).join("\n")}\n`;
}

function contentLine(line: string, plan: LinePlan & { readonly kind: "content" }): string {
  const spaces = /^ */.exec(line)?.[0].length ?? 0;
  if (spaces === line.length && spaces <= plan.blank) return "";
  return " ".repeat(Math.max(0, spaces + plan.shift)) + line.slice(spaces);
}

function usualLine(lines: Lines, n: number, plan: LinePlan | undefined, around: Between): string {
  const line = lines.get(n);
  // In double quotes, a backslash makes the space behind it part of the text.
  const end = plan?.kind === "inside" && plan.isDoubleQuoted ? /(?<!\\)[ \t]+$/ : /[ \t]+$/;
  const trimmed = line.replace(end, "");
  const body = trimmed.replace(/^[ \t]+/, "");
  if (body === "" || /^(---|\.\.\.)(\s|$)/.test(line)) return body;
  if (plan?.kind === "inside") return " ".repeat(plan.column) + body;
  if (plan?.kind === "item") {
    return " ".repeat(plan.block.to) + body.replace(/^(-[ \t]+)+/, (m) => m.replace(/-[ \t]+/g, "- "));
  }
  if (around.before === undefined) return trimmed;
  const column = body.startsWith("#") ? commentColumn(lines.indent(n), around) : around.before.to + 2;
  return " ".repeat(column) + body;
}

/** A comment belongs to the deepest block around it that does not begin right of it, or to its last item. */
function commentColumn(column: number, { before, next, isBehindText }: Between): number {
  const highest = next?.depth ?? 0;
  let chosen: Block | undefined;
  for (let block = before ?? null; block !== null && block.depth >= highest; block = block.parent) {
    if (chosen === undefined || chosen.from > column || block.from === chosen.from) chosen = block;
  }
  if (chosen === undefined) return next?.to ?? column;
  return column > chosen.from && !isBehindText ? chosen.to + 2 : chosen.to;
}
