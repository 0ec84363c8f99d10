import type { BucketClock } from "../../src/directory/token-bucket.js";

/** A clock that jumps to the next sleeper as soon as everybody sleeps. */
export function fakeClock(): BucketClock {
  let now = 0;
  let scheduled = false;
  const sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  function advance(): void {
    scheduled = false;
    sleepers.sort((a, b) => a.until - b.until);
    const next = sleepers.shift();
    if (next === undefined) return;
    now = Math.max(now, next.until);
    next.wake();
    schedule();
  }
  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(advance);
  }
  return {
    now: () => now,
    sleep: (milliseconds) =>
      new Promise((wake) => {
        sleepers.push({ until: now + milliseconds, wake });
        schedule();
      }),
  };
}
