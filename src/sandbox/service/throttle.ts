/** Says whether a request may pass, and takes a token for it when it may. */
export type Throttle = (key: string, requestsPerSecond: number, now: number) => boolean;

interface Bucket {
  tokens: number;
  at: number;
}

/** Token buckets by key; each holds one second's worth of requests and fills evenly. */
export function createThrottle(): Throttle {
  const buckets = new Map<string, Bucket>();
  return (key, requestsPerSecond, now) => {
    const bucket = buckets.get(key) ?? { tokens: requestsPerSecond, at: now };
    const refill = ((now - bucket.at) / 1000) * requestsPerSecond;
    const tokens = Math.min(requestsPerSecond, bucket.tokens + Math.max(0, refill));
    const passes = tokens >= 1;
    buckets.set(key, { tokens: passes ? tokens - 1 : tokens, at: now });
    return passes;
  };
}
