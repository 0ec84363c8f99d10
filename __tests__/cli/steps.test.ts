import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { beginStep, formatElapsed } from "../../src/cli/ports/steps.js";
import { fakeShell } from "../doubles/shell.js";

const clear = "\r\u001b[K";
const begin = (isTerminal: boolean) => {
  const shell = fakeShell("/", { isTerminal });
  return { shell, step: beginStep(shell, "Reading") };
};

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] }));
afterEach(() => void vi.useRealTimers());

describe("a step without a terminal", () => {
  it("is one line at its end, however often it was updated", () => {
    const { shell, step } = begin(false);
    step.update("1 of 2");
    step.update("2 of 2");
    vi.advanceTimersByTime(1_500);
    expect(shell.written.err).toBe("");
    step.end("all there");
    expect(shell.written.err).toBe("✓ Reading · all there · 1.5s\n");
  });

  it("shows every 15 seconds that it is alive, with the newest detail", () => {
    const { shell, step } = begin(false);
    vi.advanceTimersByTime(15_000);
    step.update("5 of 9");
    vi.advanceTimersByTime(15_000);
    expect(shell.written.err).toBe("  Reading · 15s\n  Reading · 5 of 9 · 30s\n");
    step.fail();
    expect(shell.written.err.endsWith("✗ Reading · 5 of 9 · 30s\n")).toBe(true);
  });

  it("writes nothing to stdout", () => {
    const { shell, step } = begin(false);
    vi.advanceTimersByTime(40_000);
    step.end("x");
    expect(shell.written.out).toBe("");
  });
});

describe("a step on a terminal", () => {
  it("is one line that is redrawn, at most ten times a second", () => {
    const { shell, step } = begin(true);
    step.update("too soon");
    expect(shell.written.err).toBe(`${clear}  Reading · 0.0s`);
    vi.advanceTimersByTime(101);
    step.update("1 of 2");
    expect(shell.written.err).toBe(`${clear}  Reading · 0.0s${clear}  Reading · 1 of 2 · 0.1s`);
  });

  it("counts the seconds while nothing happens, and stops when it ends", () => {
    const { shell, step } = begin(true);
    vi.advanceTimersByTime(2_000);
    expect(shell.written.err.endsWith(`${clear}  Reading · 2.0s`)).toBe(true);
    step.end("done");
    const end = shell.written.err;
    expect(end.endsWith(`${clear}✓ Reading · done · 2.0s\n`)).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(shell.written.err).toBe(end);
  });
});

describe("formatElapsed", () => {
  it.each([
    [0, "0.0s"],
    [440, "0.4s"],
    [9_940, "9.9s"],
    [9_960, "10s"],
    [12_400, "12s"],
    [59_400, "59s"],
    [59_600, "1m 00s"],
    [125_000, "2m 05s"],
    [3_725_000, "62m 05s"],
  ])("%d ms is %s", (ms, text) => {
    expect(formatElapsed(ms)).toBe(text);
  });
});
