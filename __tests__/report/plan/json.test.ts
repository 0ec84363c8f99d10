import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { planJson } from "../../../src/report/plan/json.js";
import type { PlanSummary } from "../../../src/workflow/summary/summary.js";
import { exampleSummary, summaryOf } from "../../doubles/summary.js";
import { exampleRun } from "../../workflow/run/example-run.js";

const schema = new URL("../../../docs/json/plan.schema.json", import.meta.url);
const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(schema, "utf8")),
);
const span = { file: "a.yaml", line: 1, column: 2, endLine: 1, endColumn: 3 };
const warning = { code: "IDC403", severity: "warning", message: "m", span, hint: null } as const;
const { guards } = exampleRun;
const input = { run: exampleRun, changes: true, summary: exampleSummary, guards, diagnostics: [warning] };

describe("planJson", () => {
  it("has the run's own fields, the summary with a verdict, guards and diagnostics", () => {
    const text = planJson(input);
    expect(text.endsWith("}\n")).toBe(true);
    const { id, stack, createdAt, expiresAt, appliedAt, instanceArn } = exampleRun;
    expect(JSON.parse(text)).toEqual({
      version: 1,
      run: { id, stack, createdAt, expiresAt, appliedAt, instanceArn },
      changes: true,
      summary: { ...exampleSummary, broadened: true },
      guards,
      diagnostics: [{ code: "IDC403", severity: "warning", message: "m", ...span, hint: null }],
    });
    const broadened = (reasons: PlanSummary["broadening"]): unknown =>
      JSON.parse(planJson({ ...input, summary: summaryOf({ broadening: reasons }) })).summary.broadened;
    expect(broadened([])).toBe(false);
    expect(broadened(exampleSummary.broadening.slice(0, 1))).toBe(true);
  });

  it("fits its schema, and nothing may be missing", () => {
    const instants = { ...exampleRun, appliedAt: "2026-11-24T07:00:00.000Z", instanceArn: null };
    for (const one of [
      input,
      { ...input, run: instants, summary: summaryOf({}), guards: [], diagnostics: [] },
    ]) {
      validate(JSON.parse(planJson(one)));
      expect(validate.errors ?? []).toEqual([]);
    }
    for (const path of pathsOf(JSON.parse(planJson(input)))) {
      const data = JSON.parse(planJson(input));
      const parent = path.slice(0, -1).reduce((value, key) => value[key], data);
      delete parent[path.at(-1) ?? ""];
      expect([path, validate(data)]).toEqual([path, false]);
    }
  });
});

/** Every field of every object but those of policies, which are anybody's. */
function pathsOf(value: unknown, above: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => {
    const path = [...above, key];
    const isStatement = above.includes("statements") && (key === "before" || key === "after");
    const own = Array.isArray(value) ? [] : [path];
    return isStatement ? own : [...own, ...pathsOf(below, path)];
  });
}
