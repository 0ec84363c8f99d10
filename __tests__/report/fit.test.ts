import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitted } from "../../src/report/fit.js";
import { collapsed, listed, type Section } from "../../src/report/section.js";

const what = ["egg", "eggs"] as const;
const section = (rank: number, ...texts: readonly string[]): Section => ({
  rank,
  before: `<${rank}>`,
  entries: texts.map((text) => ({ text, count: 1 })),
  after: `</${rank}>`,
  what,
});
const where = "run.json of the run";
const cut = `left out: see ${where}\n\n`;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

describe("fitted", () => {
  it("leaves everything as it is that fits, to the last byte", () => {
    const sections = [section(2, "é", "b"), section(1, "c")];
    const all = "<2>éb</2><1>c</1>";
    expect(fitted(sections, 1000, where)).toBe(all);
    const long = "x".repeat(100);
    const whole = `<2>${long}éb</2>`;
    expect(fitted([section(2, long, "é", "b")], bytesOf(whole), where)).toBe(whole);
    expect(fitted([section(2, long, "é", "b")], bytesOf(whole) - 1, where)).toBe(
      `<2>éb</2>… 1 more egg is ${cut}`,
    );
  });

  it("keeps what has the lower rank, at whatever place it is, and says what was cut", () => {
    const [a, b, c] = ["a", "b", "c"].map((letter) => letter.repeat(60)) as [string, string, string];
    const sections = [section(3, a, a), section(1, b), section(2, c, c, c)];
    expect(fitted(sections, 300, where)).toBe(
      `… 2 eggs are ${cut}<1>${b}</1><2>${c}</2>… 2 more eggs are ${cut}`,
    );
    expect(fitted([section(1, b)], 60, where)).toBe(`… 1 egg is ${cut}`);
  });

  it("counts what entries stand for, in thousands", () => {
    const entries = [
      { text: "x".repeat(50), count: 2000 },
      { text: "y".repeat(500), count: 1204 },
    ];
    expect(fitted([{ rank: 1, before: "", entries, after: "", what }], 200, where)).toBe(
      `${"x".repeat(50)}… 1,204 more eggs are ${cut}`,
    );
  });

  it("is never longer, keeps entries in order and loses none without a word", () => {
    const sizes = fc.array(fc.nat(120), { maxLength: 30 });
    const inputs = fc.array(fc.record({ rank: fc.nat(4), sizes }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(inputs, fc.integer({ min: 1000, max: 3000 }), (given, most) => {
        const sections = given.map(({ rank, sizes: lengths }, i) => {
          const texts = lengths.map((length, j) => `[${i}.${j} ${"é".repeat(length)}]`);
          return { ...section(rank, ...texts), before: "(", after: ")" };
        });
        const text = fitted(sections, most, where);
        expect(bytesOf(text)).toBeLessThanOrEqual(most);
        const all = sections.flatMap(({ entries }) => entries.map((entry) => entry.text));
        const kept: readonly string[] = text.match(/\[[^\]]*\]/g) ?? [];
        expect(kept).toEqual(all.filter((entry) => kept.includes(entry)));
        const lost = [...text.matchAll(/… (\d+) /g)].reduce((sum, match) => sum + Number(match[1]), 0);
        expect(kept.length + lost).toBe(all.length);
        expect(text.split("(").length).toBe(text.split(")").length);
      }),
    );
  });
});

describe("a section", () => {
  it("of no items is none, and each item counts one", () => {
    const rest = { rank: 1, before: "", after: "", what };
    expect(listed({ ...rest, items: [] })).toEqual([]);
    expect(listed({ ...rest, items: ["a"] })).toEqual([{ ...rest, entries: [{ text: "a", count: 1 }] }]);
  });

  it("that is collapsed has the empty lines that GitHub wants around Markdown", () => {
    expect(collapsed("2 eggs")).toEqual(["<details>\n<summary>2 eggs</summary>\n\n", "\n</details>\n\n"]);
  });
});
