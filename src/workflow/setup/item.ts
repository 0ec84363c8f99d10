import type { GuideValue, StepId } from "../../idp/guide/guide.js";
import type { SetupFacts } from "./setup-facts.js";

/** `done`; `todo`: the next steps are known; `unknown`: no API tells, or something before it is missing. */
export type SetupStatus = "done" | "todo" | "unknown";

/** One line of the checklist from a new organization to the first deploy. */
export interface SetupItem {
  /** Stable, such as `identity-source`. */
  readonly id: string;
  readonly title: string;
  readonly status: SetupStatus;
  /** What was seen, or why it cannot be known: lower case, without a full stop. */
  readonly found: string;
  /** What to do, in this order; empty when nothing is. */
  readonly next: readonly string[];
  /** What to paste on the way. */
  readonly values: readonly GuideValue[];
}

type Named = Pick<SetupItem, "id" | "title">;

/** How the items of one line are made. */
export function itemsOf(id: string, title: string) {
  const named: Named = { id, title };
  const nothing = { next: [], values: [] };
  return {
    done: (found: string): SetupItem => ({ ...named, status: "done", found, ...nothing }),
    todo: (found: string, ...steps: readonly NextSteps[]): SetupItem => ({
      ...{ ...named, status: "todo", found },
      ...joined(steps),
    }),
    unknown: (found: string, ...steps: readonly NextSteps[]): SetupItem => ({
      ...{ ...named, status: "unknown", found },
      ...joined(steps),
    }),
  };
}

/** A sentence, or steps of a guide with their values. */
export type NextSteps = string | Pick<SetupItem, "next" | "values">;

function joined(steps: readonly NextSteps[]): Pick<SetupItem, "next" | "values"> {
  return {
    next: steps.flatMap((step) => (typeof step === "string" ? [step] : step.next)),
    values: steps.flatMap((step) => (typeof step === "string" ? [] : step.values)),
  };
}

/** What the provider's guide says of some of its steps; nothing while no provider was chosen. */
export function guided({ guide }: SetupFacts, ...ids: readonly StepId[]): NextSteps {
  if (guide === null) return { next: [], values: [] };
  const steps = guide.steps.map((step, i) => ({ ...step, number: i + 1 }));
  const wanted = steps.filter((step) => ids.includes(step.id));
  return {
    // The actions speak of other steps by their number.
    next: wanted.flatMap(({ number, title, actions }) => [
      `step ${number} of \`identity idp guide ${guide.provider}\`: ${title}`,
      ...actions,
    ]),
    values: wanted.flatMap((step) => step.values),
  };
}
