import type { GuideValue, StepId } from "../../idp/guide/guide.js";
import type { SetupFacts } from "./setup-facts.js";

/** `done`; `todo`: the next steps are known; `unknown`: no API tells, or something before it is missing. */
export type SetupStatus = "done" | "todo" | "unknown";

/** How to go on. */
export interface NextStep {
  /** Which step of the provider's guide it is; null for what is no step of it. */
  readonly guideStep: { readonly number: number; readonly title: string } | null;
  /** In order, as sentences; what is typed stands in backticks. */
  readonly actions: readonly string[];
  /** What to paste. */
  readonly values: readonly GuideValue[];
}

/** One line of the checklist from a new organization to the first deploy. */
export interface SetupItem {
  /** Stable, such as `identity-source`. */
  readonly id: string;
  readonly title: string;
  readonly status: SetupStatus;
  /** What was seen, or why it cannot be known: lower case, without a full stop. */
  readonly found: string;
  /** What to do, in this order; empty when nothing is. */
  readonly next: readonly NextStep[];
}

/** How the items of one line are made. */
export function itemsOf(id: string, title: string) {
  const item = (status: SetupStatus, found: string, next: readonly HowTo[]): SetupItem => ({
    ...{ id, title, status, found },
    next: joined(next),
  });
  return {
    done: (found: string) => item("done", found, []),
    todo: (found: string, ...next: readonly HowTo[]) => item("todo", found, next),
    unknown: (found: string, ...next: readonly HowTo[]) => item("unknown", found, next),
  };
}

/** A sentence, or steps of a guide. */
export type HowTo = string | readonly NextStep[];

/** Sentences that follow each other are one step. */
function joined(parts: readonly HowTo[]): readonly NextStep[] {
  const steps: NextStep[] = [];
  for (const part of parts) {
    const last = steps.at(-1);
    if (typeof part !== "string") steps.push(...part);
    else if (last === undefined || last.guideStep !== null) {
      steps.push({ guideStep: null, actions: [part], values: [] });
    } else steps[steps.length - 1] = { ...last, actions: [...last.actions, part] };
  }
  return steps;
}

/** What the provider's guide says of some of its steps; nothing while no provider was chosen. */
export function guided({ guide }: SetupFacts, ...ids: readonly StepId[]): readonly NextStep[] {
  return (guide?.steps ?? []).flatMap(({ id, title, actions, values }, i) =>
    ids.includes(id) ? [{ guideStep: { number: i + 1, title }, actions, values }] : [],
  );
}
