/** An HTTP answer. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** An HTTP request as far as the protocols care. */
export interface WireRequest {
  readonly requestId: string;
  /** Lower case, without parameters; empty when there is none. */
  readonly contentType: string;
  /** The `X-Amz-Target` header, or null. */
  readonly target: string | null;
  /** The `Authorization` header, or null. */
  readonly authorization: string | null;
  readonly body: string;
}
