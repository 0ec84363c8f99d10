import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTokenBucket } from "../../src/directory/token-bucket.js";
import { fakeClock } from "./fake-clock.js";

describe("createTokenBucket", () => {
  it("lets a burst through at once, then one a gap", async () => {
    const clock = fakeClock();
    const bucket = createTokenBucket(20, 3, clock);
    const passed = await Promise.all(Array.from({ length: 6 }, () => bucket.take().then(clock.now)));
    expect(passed).toEqual([0, 0, 0, 50, 100, 150]);
  });

  it("fills up again while nobody asks, but never above the burst", async () => {
    const clock = fakeClock();
    const bucket = createTokenBucket(10, 2, clock);
    await Promise.all([bucket.take(), bucket.take()]);
    await clock.sleep(60_000);
    const passed = await Promise.all(Array.from({ length: 3 }, () => bucket.take().then(clock.now)));
    expect(passed).toEqual([60_000, 60_000, 60_100]);
  });

  it("counts a half-filled token: nobody gains by asking early", async () => {
    const clock = fakeClock();
    const bucket = createTokenBucket(10, 1, clock);
    await bucket.take();
    await clock.sleep(50);
    await bucket.take();
    expect(clock.now()).toBe(100);
  });

  it("holds in every window of a second, for callers that come at any time, in their order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 120 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 10 }),
        async (pauses, rate, burst) => {
          const clock = fakeClock();
          const bucket = createTokenBucket(rate, burst, clock);
          const pending: Promise<number>[] = [];
          for (const pause of pauses) {
            if (pause > 200) await clock.sleep(pause);
            pending.push(bucket.take().then(clock.now));
          }
          const passed = await Promise.all(pending);
          expect(passed).toEqual(passed.toSorted((a, b) => a - b));
          for (const from of passed) {
            const inWindow = passed.filter((at) => at >= from && at < from + 999.999).length;
            expect(inWindow).toBeLessThanOrEqual(rate + burst);
          }
        },
      ),
    );
  });
});
