import { type Group, grouped } from "../../access/grouped.js";
import type { Finding } from "../../audit/finding.js";
import { counted } from "../../diagnostic/counted.js";
import { visible } from "../../diagnostic/visible.js";
import { markdownBlock, markdownCode, markdownText } from "../markdown-text.js";
import { collapsed, listed, type Section } from "../section.js";

/** What the findings say beyond their message, collapsed: what differs, and what to do; once where it is the same. */
export function remediesSection(rank: number, findings: readonly Finding[]): readonly Section[] {
  const telling = findings.filter(({ details, hint }) => details.length > 0 || hint !== null);
  const items = grouped(telling, ({ code, details, hint }) => JSON.stringify([code, details, hint])).map(
    remedy,
  );
  const [before, after] = collapsed("What differs, and what to do");
  return listed({ rank, before, items, after: after.trimStart(), what: ["remedy", "remedies"] });
}

function remedy([first, ...others]: Group<Finding>): string {
  const { code, message, details, hint } = first;
  const more = others.length === 0 ? "" : `, and ${counted(others.length, "other")} like it`;
  const blocks = [
    ...(details.length === 0 ? [] : [markdownBlock("diff", details.map(visible))]),
    ...(hint === null ? [] : [`→ ${markdownCode(hint)}\n`]),
  ];
  return `**${code}** ${markdownText(message)}${more}\n\n${blocks.join("\n")}\n`;
}
