/** A GET request; there is no other here: a test changes nothing. */
export interface HttpRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An answer as it came, whatever is in it. */
export interface HttpAnswer {
  readonly ok: true;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Why there is no answer: `host` does not exist, `refused` the connection, no `tls` that can be trusted, … */
export type HttpFailureKind = "host" | "refused" | "tls" | "timeout" | "size" | "network";

export interface HttpFailure {
  readonly ok: false;
  readonly kind: HttpFailureKind;
  /** The code of the system or of TLS, such as `ENOTFOUND`; null when there is none. Never text of a request. */
  readonly code: string | null;
}

/** Sends one request and follows no redirect: that would carry a token elsewhere. Rejects only when interrupted. */
export type Http = (request: HttpRequest) => Promise<HttpAnswer | HttpFailure>;
