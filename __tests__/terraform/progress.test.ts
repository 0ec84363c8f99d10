import { describe, expect, it } from "vitest";
import { advance, applyProgress, type Progress, planProgress } from "../../src/terraform/progress.js";
import type { UiLine } from "../../src/terraform/ui-line.js";
import { recordedLines } from "./recorded.js";

function through(start: Progress, lines: readonly UiLine[]): readonly Progress[] {
  const steps = [start];
  for (const line of lines) steps.push(advance(steps.at(-1) ?? start, line));
  return steps;
}

describe("progress of a plan", () => {
  const steps = through(planProgress(8), recordedLines("plan-every-action.jsonl"));

  it("counts refreshed resources, not planned ones nor data sources", () => {
    expect(steps.at(-1)).toEqual({ phase: "planned", done: 8, total: 8, currentAddresses: [], errors: [] });
    expect(steps.some((step) => step.phase === "refreshing")).toBe(true);
  });

  it("knows no total unless told", () => {
    expect(through(planProgress(null), recordedLines("plan-every-action.jsonl")).at(-1)?.total).toBeNull();
  });
});

describe("progress of an apply", () => {
  it("counts two steps for a replacement and none for imports, moves and removals", () => {
    const steps = through(applyProgress, recordedLines("apply-every-action.jsonl"));
    expect(steps.at(-1)).toEqual({ phase: "applied", done: 7, total: 7, currentAddresses: [], errors: [] });
  });

  it("never runs backwards nor past its total", () => {
    const steps = through(applyProgress, recordedLines("apply-every-action.jsonl"));
    for (const [i, step] of steps.entries()) {
      expect(step.done).toBeGreaterThanOrEqual(steps[i - 1]?.done ?? 0);
      expect(step.done).toBeLessThanOrEqual(step.total ?? 0);
    }
  });

  it("shows what is being worked on and forgets what failed", () => {
    const steps = through(applyProgress, recordedLines("apply-with-error.jsonl"));
    expect(steps.map((step) => step.currentAddresses.join())).toContain(
      "terraform_data.one,terraform_data.three",
    );
    const last = steps.at(-1);
    expect(last).toMatchObject({ phase: "applying", done: 2, total: 3, currentAddresses: [] });
    expect(last?.errors.map((error) => error.address)).toEqual(["terraform_data.three"]);
  });

  it("is the same object when a line changes nothing", () => {
    const line: UiLine = { type: "apply_progress", address: "a.b", action: "create" };
    expect(advance(applyProgress, line)).toBe(applyProgress);
  });
});
