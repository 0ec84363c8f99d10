import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planMarkdown } from "../../../src/report/plan/markdown.js";
import { guardNames } from "../../../src/workflow/guards/guard.js";
import type { Change } from "../../../src/workflow/summary/summary.js";
import { noResources } from "../../doubles/summary.js";
import { faultsOf, hostile } from "../markdown-faults.js";

const changes = ["add", "remove", "replace", "adopt"] as const;
const allChanges: readonly Change[] = [...changes, "change"];

/** A report of everything there is, of names in turn: some few, or so many or so long that it has to be cut. */
const inputs = fc
  .record({
    names: fc.array(hostile, { minLength: 1, maxLength: 5 }),
    times: fc.constantFrom(1, 1, 1, 20, 2000),
    counts: fc.array(fc.oneof(fc.nat(4), fc.nat(40), fc.nat(800)), { minLength: 8, maxLength: 8 }),
    changes: fc.boolean(),
  })
  .map(({ names, times, counts, changes: areChanges }) => {
    let turn = 96 - (names.length % 3);
    const name = () => (names[turn++ % names.length] ?? "").repeat(turn % 97 === 0 ? times : 1);
    const list = <T>(i: number, make: (n: number) => T): readonly T[] =>
      Array.from({ length: counts[i] ?? 0 }, (_, n) => make(n));
    const of = <T>(values: readonly [T, ...T[]] | readonly T[], n: number): T =>
      values[n % values.length] as T;
    const span = () => ({ file: name(), line: 1, column: 1, endLine: 1, endColumn: 2 });
    return {
      changes: areChanges,
      run: { id: name(), stack: name(), createdAt: name() },
      applyCommand: name(),
      summary: {
        grants: list(0, (n) => ({
          change: of(changes, n),
          accountId: String(n % 7),
          accountName: name(),
          principalType: "USER" as const,
          principalName: name(),
          permissionSet: name(),
        })),
        sets: list(1, (n) => ({
          change: of(allChanges, n),
          permissionSet: name(),
          accounts: n,
          groups: 0,
          users: 1,
          fields: [{ field: "tags" as const, before: name(), after: n % 2 === 0 ? null : name() }],
          statements: [
            { change: "change" as const, sid: null, before: { [name()]: name() }, after: { Action: name() } },
            { change: "add" as const, sid: name(), before: null, after: { Resource: [name()] } },
          ],
        })),
        groups: list(2, (n) => ({ change: of(allChanges, n), name: name() })),
        moved: list(3, () => ({ from: name(), to: name() })),
        others: list(4, () => ({ change: "delete" as const, address: name() })),
        broadening: list(5, () => ({ kind: "policy" as const, message: name() })),
        resources: noResources,
      },
      guards: list(6, (n) => ({ guard: of(guardNames, n), code: "IDC420", message: name(), hint: name() })),
      diagnostics: list(7, (n) => ({
        code: "IDC403",
        severity: of(["error", "warning", "info"] as const, n),
        message: name(),
        span: n % 2 === 0 ? span() : null,
        hint: n % 3 === 0 ? null : name(),
      })),
    };
  });

describe("Markdown of any plan", () => {
  it("is shorter than GitHub allows, in characters, units and bytes, and closes what it opens", () => {
    let cut = 0;
    fc.assert(
      fc.property(inputs, (input) => {
        const markdown = planMarkdown(input);
        expect(Buffer.byteLength(markdown)).toBeLessThan(65_536);
        expect(markdown.length).toBeLessThan(65_536);
        expect(faultsOf(markdown)).toEqual([]);
        if (markdown.includes(" left out: see ")) cut++;
      }),
      { numRuns: 60 },
    );
    expect(cut).toBeGreaterThan(10);
  });

  it("would be found wrong when it is", () => {
    const wrong = [
      "```diff\nx",
      "<details>\n\n",
      "\n</details>",
      "<b>",
      "@octocat",
      "#1",
      "a\u202eb",
      "x\n```\n```",
      "| a | b |\n|---|---|\n| a | b | c |",
    ];
    for (const text of wrong) expect([text, faultsOf(text).length > 0]).toEqual([text, true]);
  });
});
