import type { Http, HttpAnswer, HttpFailure } from "./http.js";
import { type Meaning, meaningOf } from "./meaning.js";

/** Asks for a path below the endpoint, waiting when the server wants that. */
export type Ask = (path: string) => Promise<Meaning>;

/** What asking needs of the world. */
export interface AskPorts {
  readonly http: Http;
  sleep(milliseconds: number): Promise<void>;
}

const attempts = 5;
const firstWaitMs = 500;
/** A server that wants to be left alone for longer is not waited for. */
const longestWaitMs = 30_000;

/** Asks with a token, up to five times while the answer is 429 or of the server's own fault. `secret` is what is never shown. */
export function createAsk(ports: AskPorts, endpoint: string, token: string, secret: string): Ask {
  const { host } = new URL(endpoint);
  const headers = { accept: "application/scim+json, application/json", authorization: `Bearer ${token}` };
  return async (path) => {
    for (let attempt = 1; ; attempt++) {
      const answer = await ports.http({ url: `${endpoint}/${path}`, headers });
      const wait = attempt === attempts ? null : waitAfter(answer, attempt);
      if (wait === null) return meaningOf(answer, host, secret);
      await ports.sleep(wait);
    }
  };
}

/** Milliseconds until it is worth asking again; null when it is not. */
function waitAfter(answer: HttpAnswer | HttpFailure, attempt: number): number | null {
  if (!answer.ok || (answer.status !== 429 && answer.status < 500) || answer.status === 501) return null;
  const asked = answer.headers["retry-after"]?.trim();
  const wait =
    asked !== undefined && /^\d{1,6}$/.test(asked) ? Number(asked) * 1000 : firstWaitMs * 2 ** (attempt - 1);
  return wait > longestWaitMs ? null : wait;
}
