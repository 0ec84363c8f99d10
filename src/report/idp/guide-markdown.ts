import type { Guide, GuideStep, GuideValue } from "../../idp/guide/guide.js";
import { markdownCode } from "../markdown-text.js";

/** The guide as an issue of GitHub: a box to check for each action. */
export function guideMarkdown(guide: Guide): string {
  return `# Connect ${guide.title} to AWS IAM Identity Center\n\n${guideSections(guide)}`;
}

/** The guide without its title, from the headings of the second level on. */
export function guideSections({ steps, notes }: Guide): string {
  const parts = steps.map((step, i) => stepSection(step, i + 1));
  return [...parts, `## Good to know\n\n${list(notes)}`].join("\n");
}

function stepSection({ title, actions, values, check, goesWrong }: GuideStep, n: number): string {
  const wrong = list(goesWrong.map(({ symptom, remedy }) => `**${symptom}** ${remedy}`));
  return [
    `## ${n}. ${title}\n`,
    actions.map((action) => `- [ ] ${action}\n`).join(""),
    ...(values.length === 0 ? [] : [`**Values:**\n\n${list(values.map(valueItem))}`]),
    `**Done when:** ${check}\n`,
    `<details>\n<summary>What goes wrong</summary>\n\n${wrong}\n</details>\n`,
  ].join("\n");
}

function valueItem({ name, value }: GuideValue): string {
  return `${name}: ${value === "" ? "leave it empty" : markdownCode(value)}`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}\n`).join("");
}
