import { type ProviderName, providerTitles } from "../catalog/identity-provider/identity-provider.js";
import { visible } from "../diagnostic/visible.js";
import type { NextStep, SetupItem, SetupStatus } from "../workflow/setup/item.js";
import { pastedText } from "./idp/pasted-text.js";
import { wrapped } from "./idp/wrapped.js";
import type { Paint, Style } from "./paint.js";

/** The checklist, and whom it is for. */
export interface Setup {
  readonly provider: ProviderName | null;
  readonly region: string;
  readonly items: readonly SetupItem[];
}

const marks: Readonly<Record<SetupStatus, readonly [mark: string, style: Style]>> = {
  done: ["✓", "green"],
  todo: ["✗", "red"],
  unknown: ["?", "yellow"],
};

/** A line for each item; below what is not done, how to go on. */
export function setupText(setup: Setup, paint: Paint): string {
  const { provider, region, items } = setup;
  const whom = provider === null ? "no identity provider chosen" : providerTitles[provider];
  const width = items.reduce((most, item) => Math.max(most, item.title.length), 0);
  const { done, todo, unknown } = counts(items);
  return [
    `${paint("bold", `IAM Identity Center in ${visible(region)}, ${whom}`)}\n\n`,
    ...items.map((item) => itemText(item, width, paint)),
    `\n${done} done, ${todo} to do, ${unknown} cannot be known\n`,
    ...(provider === null ? [] : [`the numbers are steps of \`identity idp guide ${provider}\`\n`]),
  ].join("");
}

function itemText({ title, status, found, next }: SetupItem, width: number, paint: Paint): string {
  const [mark, style] = marks[status];
  const [first = "", ...rest] = wrapped(visible(found), `${mark} ${title.padEnd(width)}  `, paint).split(
    "\n",
  );
  return [paint(style, first), ...rest].join("\n") + next.map((step) => stepText(step, paint)).join("");
}

function stepText({ guideStep, actions, values }: NextStep, paint: Paint): string {
  const title = guideStep === null ? "" : `    ${paint("bold", `${guideStep.number}. ${guideStep.title}`)}\n`;
  const done = actions.map((action) => wrapped(visible(action), "    - ", paint));
  return title + done.join("") + pastedText(values, "      ", paint);
}

/** See docs/json/setup.schema.json. */
export function setupJson({ provider, region, items }: Setup): string {
  const shown = items.map(({ id, title, status, found, next }) => ({
    ...{ id, title, status, found },
    next: next.map(({ guideStep, actions, values }) => ({
      guideStep: guideStep === null ? null : { number: guideStep.number, title: guideStep.title },
      actions,
      values: values.map(({ name, value }) => ({ name, value })),
    })),
  }));
  const object = { version: 1, provider, region, items: shown, summary: counts(items) };
  return `${JSON.stringify(object, null, 2)}\n`;
}

function counts(items: readonly SetupItem[]): Readonly<Record<SetupStatus, number>> {
  const of = (status: SetupStatus): number => items.filter((item) => item.status === status).length;
  return { done: of("done"), todo: of("todo"), unknown: of("unknown") };
}
