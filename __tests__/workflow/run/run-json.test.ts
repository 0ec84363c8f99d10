import { describe, expect, it } from "vitest";
import { appliedRun, createRun } from "../../../src/workflow/run/run.js";
import { readRun, runText } from "../../../src/workflow/run/run-json.js";
import { exampleRun } from "./example-run.js";

const reasonFor = (text: string): string => {
  const read = readRun(text, exampleRun.id);
  return read.ok ? "" : read.reason;
};

describe("run.json", () => {
  it("reads what was written", () => {
    const applied = appliedRun(exampleRun, "2026-11-24T08:00:00.000Z", 12.5);
    expect(applied.timing.apply).toEqual({ predictedSeconds: null, seconds: 12.5 });
    for (const run of [exampleRun, applied]) {
      expect(readRun(runText(run), run.id)).toEqual({ ok: true, run });
    }
    expect(createRun(exampleRun)).toEqual(exampleRun);
  });

  it("may have a field that this version does not know", () => {
    expect(reasonFor(JSON.stringify({ ...exampleRun, more: 1 }))).toBe("");
  });

  it.each(Object.keys(exampleRun).filter((name) => name !== "version"))("is refused without %s", (name) => {
    expect(reasonFor(JSON.stringify({ ...exampleRun, [name]: undefined }))).toContain(`"${name}"`);
    expect(reasonFor(JSON.stringify({ ...exampleRun, [name]: 1 }))).toContain(`"${name}"`);
  });

  const { summary, guards, timing } = exampleRun;
  const [guard] = guards;
  it.each<readonly [string, unknown]>([
    ["summary", { ...summary, grants: {} }],
    ["summary", { ...summary, resources: { ...summary.resources, adopt: "0" } }],
    ["guards", [{ ...guard, guard: "made-up" }]],
    ["guards", [{ ...guard, hint: undefined }]],
    ["guards", [{ ...guard, code: 420 }]],
    ["guards", [{ ...guard, message: null }]],
    ["backend", { type: "local" }],
    ["backend", { type: 1, settings: null }],
    ["refresh", "none"],
    ["timing", { plan: timing.plan }],
    ["timing", { ...timing, apply: { predictedSeconds: -1, seconds: null } }],
    ["timing", { ...timing, apply: { predictedSeconds: 1, seconds: "2" } }],
    ["expiresAt", "next week"],
    ["clock", "now"],
    ["appliedAt", "yesterday"],
    ["planSha256", "a".repeat(63)],
    ["lockSha256", "A".repeat(64)],
  ])("is refused with a wrong %s: %j", (name, value) => {
    expect(reasonFor(JSON.stringify({ ...exampleRun, [name]: value }))).toContain(`"${name}"`);
  });

  it("is refused when it is none", () => {
    expect(reasonFor("{")).toBe("run.json is not JSON");
    expect(reasonFor("[]")).toBe("run.json is not JSON");
  });

  it("is refused in another version, and as another run's", () => {
    expect(reasonFor(JSON.stringify({ ...exampleRun, version: 1 }))).toContain("version 1, and only 2");
    expect(reasonFor(JSON.stringify({ ...exampleRun, id: "20200101T000000000Z-00000000" }))).toContain(
      '"id"',
    );
  });
});
