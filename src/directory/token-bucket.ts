/** How a bucket sees time; handed in, so that tests need not wait. */
export interface BucketClock {
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** Resolves after that many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
}

/** Lets callers through at a steady rate, in the order they came. */
export interface TokenBucket {
  /** Resolves when the caller may send one request. */
  take(): Promise<void>;
}

/**
 * A bucket that starts full with `burst` tokens (at least 1) and gains `perSecond` each second. In any
 * window of a second at most `perSecond + burst` callers get through.
 */
export function createTokenBucket(perSecond: number, burst: number, clock: BucketClock): TokenBucket {
  const gap = 1000 / perSecond;
  const slack = (burst - 1) * gap;
  // The moment at which the bucket is full again: one number stands for tokens, refill and queue.
  let full = Number.NEGATIVE_INFINITY;
  return {
    async take() {
      const now = clock.now();
      const wait = Math.max(0, full - slack - now);
      full = Math.max(full, now) + gap;
      if (wait > 0) await clock.sleep(wait);
    },
  };
}
