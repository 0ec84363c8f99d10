import { visible } from "../../diagnostic/visible.js";
import type { Broadening, Change, PlanSummary } from "../../workflow/summary/summary.js";
import type { Paint, Style } from "../paint.js";
import { isSilent, planCount, silentText } from "./counts.js";
import type { DiffLine } from "./diff-line.js";
import { type Entry, type Part, titleOf } from "./part.js";
import { partsByKind } from "./parts.js";

const marks: Readonly<Record<Change, string>> = {
  remove: "-",
  replace: "±",
  change: "~",
  add: "+",
  adopt: "=",
};
const colours: Readonly<Record<Change, Style>> = {
  remove: "red",
  replace: "yellow",
  change: "yellow",
  add: "green",
  adopt: "cyan",
};

/** What a plan means for access, removals first, then whether it is broadened, then Terraform's counts. */
export function planText(summary: PlanSummary, paint: Paint): string {
  if (isSilent(summary)) return `${silentText}\n`;
  const parts = partsByKind(summary).flat();
  const blocks = [...parts.map((part) => partText(part, paint)), broadenedText(summary.broadening, paint)];
  return `${blocks.join("\n")}\n${planCount(summary)}\n`;
}

function partText(part: Part, paint: Paint): string {
  return `${paint("bold", titleOf(part))}\n${part.entries.map((entry) => entryText(entry, paint)).join("")}`;
}

function entryText({ change, line, diff }: Entry, paint: Paint): string {
  const head = `  ${paint(colours[change], `${marks[change]} ${line}`)}\n`;
  return head + diff.map((d) => diffText(d, paint)).join("");
}

function diffText({ mark, text }: DiffLine, paint: Paint): string {
  if (mark === null) return `    ${text}\n`;
  return `      ${paint(mark === "-" ? "red" : "green", `${mark} ${text}`)}\n`;
}

function broadenedText(reasons: readonly Broadening[], paint: Paint): string {
  if (reasons.length === 0) return "Access broadened: no\n";
  const lines = ["Access broadened: yes", ...reasons.map(({ message }) => `  - ${visible(message)}`)];
  return lines.map((line) => `${paint("bold", paint("red", line))}\n`).join("");
}
