import type { Guide, GuideStep } from "../../idp/guide/guide.js";
import type { Paint } from "../paint.js";
import { pastedText } from "./pasted-text.js";
import { wrapped } from "./wrapped.js";

/** The guide for a terminal: numbered steps, and values that a double click selects. */
export function guideText(guide: Guide, paint: Paint): string {
  const steps = guide.steps.map((step, i) => `\n${stepText(step, i + 1, paint)}`);
  const notes = guide.notes.map((note) => wrapped(note, "  - ", paint));
  const title = paint("bold", `Connect ${guide.title} to AWS IAM Identity Center`);
  return `${title}\n${steps.join("")}\n${paint("bold", "Good to know")}\n${notes.join("")}`;
}

function stepText({ title, actions, values, check, goesWrong }: GuideStep, n: number, paint: Paint): string {
  return [
    `${paint("bold", `${n}. ${title}`)}\n`,
    ...actions.map((action) => wrapped(action, "   - ", paint)),
    values.length === 0 ? "" : `\n${pastedText(values, "     ", paint)}`,
    `\n${wrapped(`Done when: ${check}`, "   ", paint)}`,
    ...goesWrong.map(
      ({ symptom, remedy }) => `${wrapped(symptom, "   ! ", paint)}${wrapped(remedy, "     ", paint)}`,
    ),
  ].join("");
}
