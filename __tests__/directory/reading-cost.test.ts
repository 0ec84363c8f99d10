import { describe, expect, it } from "vitest";
import { callsForPairs, cheaperMethod } from "../../src/directory/reading-cost.js";

describe("cheaperMethod", () => {
  it.each([
    ["few principals with much", 300, 50, "principals"],
    ["many users, few pairs", 300, 4_000, "pairs"],
    ["equal, because pairs miss nothing", 50, 50, "pairs"],
    ["one fewer", 50, 49, "principals"],
    ["fewer principals, but the pairs fill pages", 1_000, 991, "pairs"],
    ["pages counted, still fewer", 1_000, 989, "principals"],
    ["nothing assigned", 0, 10, "pairs"],
    ["nothing and nobody", 0, 0, "pairs"],
  ])("%s: %d pairs, %d principals", (_why, pairs, principals, method) => {
    expect(cheaperMethod({ pairs, principals })).toBe(method);
  });

  it("counts one call a pair", () => {
    expect(callsForPairs({ pairs: 1_500, principals: 3 })).toBe(1_500);
  });
});
