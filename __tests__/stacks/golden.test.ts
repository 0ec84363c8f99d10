import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { goldenCases } from "../golden/cases.js";
import { synthesize } from "./synthesize.js";

const cases = goldenCases();

describe("golden cdk.tf.json", () => {
  it("finds its cases", () => {
    expect(cases.length).toBeGreaterThanOrEqual(4);
  });

  it.each(cases)("$name", async ({ input, expectedFile }) => {
    const text = await synthesize(input);
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(expectedFile, text);
    expect(text).toBe(readFileSync(expectedFile, "utf8"));
  });
});
