import { type FailedCall, noteFailedCall } from "./failed-call.js";
import type { TokenBucket } from "./token-bucket.js";

/** The part of an SDK client's middleware stack that is used here, the same for every client. */
interface AttemptStack {
  addRelativeTo(
    middleware: <Args, Output>(
      next: (args: Args) => Promise<Output>,
      context: { readonly commandName?: string },
    ) => (args: Args) => Promise<Output>,
    options: { readonly name: string; readonly relation: "after"; readonly toMiddleware: string },
  ): void;
}

/** Makes every attempt of a client, first tries and retries alike, wait for its token; `ended` is told of each. */
export function guardAttempts(
  stack: AttemptStack,
  service: FailedCall["service"],
  bucket: TokenBucket,
  ended: (call: FailedCall) => void,
): void {
  stack.addRelativeTo(
    (next, context) => async (args) => {
      await bucket.take();
      const call = { service, operation: operationOf(context.commandName) };
      try {
        return await next(args);
      } catch (error) {
        noteFailedCall(error, call);
        if (isConflict(error)) Object.assign(error, { $retryable: { throttling: false } });
        throw error;
      } finally {
        ended(call);
      }
    },
    { name: "identityAttempt", relation: "after", toMiddleware: "retryMiddleware" },
  );
}

function operationOf(commandName: string | undefined): string {
  return commandName?.replace(/Command$/, "") ?? "unknown";
}

/** On a read it means that an earlier write has not reached all of AWS: the SDK gives up, waiting helps. */
function isConflict(error: unknown): error is Error {
  return error instanceof Error && error.name === "ConflictException";
}
