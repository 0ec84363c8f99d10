import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeFrame } from "../../src/diagnostic/frame.js";
import { compareDiagnostics, compareText } from "../../src/diagnostic/order.js";
import { didYouMean, nearest } from "../../src/diagnostic/suggest.js";
import { hasInvisible, visible } from "../../src/diagnostic/visible.js";

const at = (line: number, column: number, endLine: number, endColumn: number) => ({
  ...{ file: "f", line, column, endLine, endColumn },
});

describe("codeFrame", () => {
  const text = "a: 1\r\n  key: value\r\n\tb: x\u001b[2J\n";

  it("points at the columns of the line", () => {
    expect(codeFrame(text, at(2, 3, 2, 6))).toBe("2 |   key: value\n  |   ^^^");
  });

  it("points at the rest of the line when the place goes on below it", () => {
    expect(codeFrame(text, at(2, 8, 3, 1))).toBe("2 |   key: value\n  |        ^^^^^");
  });

  it("shows tabs as two spaces and hides what a terminal would obey", () => {
    expect(codeFrame(text, at(3, 2, 3, 3))).toBe("3 |   b: x·[2J\n  |   ^");
  });

  it("has one caret behind the end of a line, and nothing for a line that is not there", () => {
    expect(codeFrame("a:", at(1, 3, 1, 3))).toBe("1 | a:\n  |   ^");
    expect(codeFrame(text, at(9, 1, 9, 2))).toBe("");
  });

  it("does not count a byte order mark", () => {
    expect(codeFrame("\uFEFFab", at(1, 2, 1, 3))).toBe("1 | ab\n  |  ^");
  });

  it("shows a window of a very long line", () => {
    const frame = codeFrame(`${"x".repeat(500)}!${"y".repeat(500)}`, at(1, 501, 1, 502));
    const [line, carets] = frame.split("\n");
    expect(line?.length).toBeLessThan(130);
    expect(line?.[carets?.indexOf("^") ?? 0]).toBe("!");
  });
});

describe("suggestions", () => {
  it.each([
    ["ReadOnlyAcess", "ReadOnlyAccess"],
    ["readonlyaccess", "ReadOnlyAccess"],
    ["Nothing", null],
    ["ReadOnlyAccess", null],
    ["", null],
  ])("%j: %j", (wrong, expected) => {
    expect(nearest(wrong, ["PowerUserAccess", "ReadOnlyAccess"])).toBe(expected);
  });

  it("are limited when asked", () => {
    expect(nearest("account_map_name", ["account_map"], 3)).toBeNull();
    expect(nearest("account_map_name", ["account_map"])).toBe("account_map");
  });

  it("are part of a sentence", () => {
    expect(didYouMean("devops", ["DevOps"])).toBe(' - did you mean "DevOps"?');
    expect(didYouMean("x", ["DevOps"])).toBe("");
  });
});

describe("order", () => {
  it("is by code points", () => {
    const sorted = ["b", "a", "B", "é", "😀", "\uffff", "", "ab"].toSorted(compareText);
    expect(sorted).toEqual(["", "B", "a", "ab", "b", "é", "\uffff", "😀"]);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
        const [x, y] = [a, b].map((t) => [...t].map((c) => c.codePointAt(0) ?? 0));
        const i = (x ?? []).findIndex((c, at) => c !== y?.[at]);
        const expected = i < 0 ? (x?.length ?? 0) - (y?.length ?? 0) : (x?.[i] ?? 0) - (y?.[i] ?? -1);
        expect(Math.sign(compareText(a, b))).toBe(Math.sign(expected));
      }),
      { seed: 20261124 },
    );
  });

  it("of diagnostics is by file, line, column, code", () => {
    const d = (code: string, span: ReturnType<typeof at> | null) => ({
      ...{ code, severity: "error" as const, message: "m", hint: null, span },
    });
    const list = [d("B", at(2, 1, 2, 2)), d("A", at(2, 1, 2, 2)), d("C", at(1, 9, 1, 9)), d("D", null)];
    expect(list.toSorted(compareDiagnostics).map((x) => x.code)).toEqual(["D", "C", "A", "B"]);
  });
});

describe("visible text", () => {
  it("escapes what a terminal obeys and what nobody sees", () => {
    expect(visible("a\u001b[31m\u202eb\u200b\n é😀")).toBe("a\\u001b[31m\\u202eb\\u200b\\u000a é😀");
    expect(hasInvisible("Dev\u200bOps")).toBe(true);
    expect(hasInvisible("Dev Ops é")).toBe(false);
  });
});
