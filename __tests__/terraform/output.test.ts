import { describe, expect, it } from "vitest";
import { createHead, createTail } from "../../src/terraform/capture.js";
import { createLineSplitter } from "../../src/terraform/lines.js";

function split(...chunks: readonly (string | Buffer)[]): readonly string[] {
  const lines: string[] = [];
  const splitter = createLineSplitter((line) => lines.push(line));
  for (const chunk of chunks) splitter.push(Buffer.from(chunk));
  splitter.end();
  return lines;
}

describe("lines of a stream", () => {
  it("are whole whatever the chunks cut through", () => {
    const bytes = Buffer.from("ä\nb");
    expect(split(bytes.subarray(0, 1), bytes.subarray(1))).toEqual(["ä", "b"]);
    expect(split("a", "b\r", "\nc\n")).toEqual(["ab", "c"]);
  });

  it("include empty ones but none after the last break", () => {
    expect(split("a\n\n")).toEqual(["a", ""]);
    expect(split()).toEqual([]);
  });
});

describe("bounded memory", () => {
  it("keeps the head or the tail and says when it dropped something", () => {
    const head = createHead(4);
    const tail = createTail(4);
    for (const memory of [head, tail]) memory.push(Buffer.from("ab"));
    expect([head.truncated(), tail.truncated()]).toEqual([false, false]);
    for (const memory of [head, tail]) memory.push(Buffer.from("cdef"));
    expect([head.text(), tail.text()]).toEqual(["abcd", "cdef"]);
    expect([head.truncated(), tail.truncated()]).toEqual([true, true]);
  });
});
