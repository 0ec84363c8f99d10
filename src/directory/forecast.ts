import type { Progress } from "./progress.js";

/** How far a reading of known size has come. */
export interface Forecast {
  /** That many more calls are planned. */
  expect(calls: number): void;
  /** A planned call was answered, and the progress is told. */
  answered(): void;
  /** A planned call turned out to be unnecessary. */
  spare(): void;
}

/** What a forecast measures: milliseconds on a clock, and the requests that have ended since it began. */
export interface Meter {
  now(): number;
  requests(): number;
}

const secondsPerCall = 1 / 20;
/** Fewer say nothing about the rate: the first come in a burst. */
const enoughCalls = 40;

/** The whole is what has been sent plus what is planned, so that retries and further pages count as they come. */
export function createForecast(meter: Meter, progress: Progress): Forecast {
  const begin = meter.now();
  let left = 0;
  return {
    expect(calls) {
      left += calls;
    },
    answered() {
      left -= 1;
      progress(forecastText(meter.requests(), left, (meter.now() - begin) / 1000));
    },
    spare() {
      left -= 1;
    },
  };
}

/** `1,204 of 3,600 calls · about 2 min left`, from calls made, calls left and the seconds it took so far. */
export function forecastText(done: number, left: number, seconds: number): string {
  const calls = `${inThousands(done)} of ${inThousands(done + left)} calls`;
  if (left <= 0) return calls;
  const perCall = done < enoughCalls ? secondsPerCall : seconds / done;
  return `${calls} · about ${duration(left * perCall)} left`;
}

function duration(seconds: number): string {
  return seconds >= 90 ? `${Math.round(seconds / 60)} min` : `${Math.max(5, Math.ceil(seconds / 5) * 5)} s`;
}

function inThousands(count: number): string {
  return count.toLocaleString("en-US");
}
