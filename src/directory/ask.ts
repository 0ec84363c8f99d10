import type { Forecast } from "./forecast.js";
import type { ReadCache } from "./read-cache.js";

/**
 * Asks AWS one planned thing, unless an earlier reading has the answer. `call` names the operation and what it
 * is about; the answer must survive JSON.
 */
export type Ask = <Answer>(call: string, read: () => Promise<Answer>) => Promise<Answer>;

/** Keys are made of the instance and the call: what one instance answered says nothing about another. */
export function createAsk(
  instanceArn: string,
  cache: ReadCache | undefined,
  forecast: Pick<Forecast, "answered" | "spare">,
): Ask {
  return async <Answer>(call: string, read: () => Promise<Answer>): Promise<Answer> => {
    const key = `${instanceArn} ${call}`;
    const known = cache?.get(key) ?? null;
    if (known !== null) {
      forecast.spare();
      return JSON.parse(known) as Answer;
    }
    const answer = await read();
    cache?.put(key, JSON.stringify(answer));
    forecast.answered();
    return answer;
  };
}
