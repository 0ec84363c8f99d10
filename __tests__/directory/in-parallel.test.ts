import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inParallel } from "../../src/directory/in-parallel.js";

describe("inParallel", () => {
  it("gives the results in the items' order, whoever is done first", async () => {
    const results = await inParallel([30, 1, 15, 2], 4, async (milliseconds) => {
      await sleep(milliseconds);
      return milliseconds;
    });
    expect(results).toEqual([30, 1, 15, 2]);
  });

  it("keeps to its limit and uses it", async () => {
    let running = 0;
    let most = 0;
    await inParallel(Array.from({ length: 20 }), 3, async () => {
      running += 1;
      most = Math.max(most, running);
      await sleep(1);
      running -= 1;
    });
    expect(most).toBe(3);
  });

  it("throws the first failure and starts nothing after it", async () => {
    const started: number[] = [];
    const run = inParallel([1, 2, 3, 4, 5], 2, async (item) => {
      started.push(item);
      await sleep(item);
      if (item === 1) throw new Error("the first");
    });
    await expect(run).rejects.toThrow("the first");
    await sleep(20);
    expect(started).toEqual([1, 2]);
  });
});
