import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesGlob } from "../../src/access/glob.js";

const letters = fc.constantFrom("a", "b", "-", ".", "+", "(", "\\", "é", "😀", "\n");
const text = fc.array(letters, { maxLength: 10 }).map((l) => l.join(""));
const glob = fc
  .array(fc.oneof(letters, fc.constantFrom("*", "?", "*")), { maxLength: 8 })
  .map((l) => l.join(""));

/** The definition itself: exponential, and plain. */
function reference(pattern: readonly string[], characters: readonly string[]): boolean {
  const [p, ...restOfPattern] = pattern;
  const [c, ...rest] = characters;
  if (p === undefined) return c === undefined;
  if (p === "*") {
    return reference(restOfPattern, characters) || (c !== undefined && reference(pattern, rest));
  }
  return c !== undefined && (p === "?" || p === c) && reference(restOfPattern, rest);
}

describe("matchesGlob", () => {
  it("equals the naive matcher", () => {
    let matched = 0;
    fc.assert(
      fc.property(glob, text, (pattern, name) => {
        const expected = reference([...pattern], [...name]);
        if (expected) matched++;
        expect(matchesGlob(pattern, name)).toBe(expected);
      }),
      { seed: 20261124, numRuns: 3000 },
    );
    expect(matched).toBeGreaterThan(100);
  });

  it.each([
    ["plat-*", "plat-prod", true],
    ["plat-*", "plat-", true],
    ["plat-*", "Plat-prod", false],
    ["plat-?", "plat-10", false],
    ["*-prod", "core-prod-1", false],
    ["a.c", "abc", false],
    ["*", "", true],
    ["", "", true],
    ["?", "😀", true],
  ])("%j against %j: %s", (pattern, name, expected) => {
    expect(matchesGlob(pattern, name)).toBe(expected);
  });

  it("is fast on patterns that make a backtracking matcher hang", () => {
    const start = performance.now();
    expect(matchesGlob("a*".repeat(200), `${"a".repeat(2000)}b`)).toBe(true);
    expect(matchesGlob(`${"a*".repeat(200)}c`, "a".repeat(2000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
