import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonErrorOffset } from "../../src/directory/json-error.js";

describe("jsonErrorOffset", () => {
  it.each([
    ["", 0],
    ['{"a": 1,}', 8],
    ["[1, 2,]", 6],
    ["{'a': 1}", 1],
    ["{a: 1}", 1],
    ['{"a" 1}', 5],
    ['{"a": 1 "b": 2}', 8],
    ['{"a": [1}', 8],
    ['{"a": 1', 7],
    ["[1] 2", 4],
    ["[01]", 2],
    ['["a\nb"]', 1],
    ["// no\n{}", 0],
    ["{,}", 1],
    ["[:]", 1],
    ["nul", 0],
  ])("%j breaks at %i", (text, offset) => {
    expect(jsonErrorOffset(text)).toBe(offset);
  });

  it("accepts whatever JSON.stringify writes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        expect(jsonErrorOffset(JSON.stringify(value, null, indent))).toBeNull();
      }),
    );
  });

  it("agrees with JSON.parse on texts that are broken somewhere", () => {
    const broken = fc
      .tuple(
        fc.jsonValue(),
        fc.nat(),
        fc.nat(3),
        fc.constantFrom("", ",", "}", "]", ":", '"', "0", "-", " ", "x", "\\"),
      )
      .map(([value, at, length, put]) => {
        const text = JSON.stringify(value);
        const from = at % (text.length + 1);
        return text.slice(0, from) + put + text.slice(from + length);
      });
    fc.assert(
      fc.property(broken, (text) => {
        expect(jsonErrorOffset(text) === null).toBe(parses(text));
      }),
      { numRuns: 2000 },
    );
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
