import type { Machine } from "./dispatch.js";
import type { Fault } from "./faults.js";

/** An answer of the control endpoint, sent as JSON. */
export interface ControlAnswer {
  readonly status: number;
  readonly body: object;
}

/**
 * The control endpoint, for tests of how a client bears trouble. It is not part of AWS.
 *
 * - `POST /_sandbox/faults` with `{"operation": "CreateAccountAssignment", "count": 3, "code":
 *   "ThrottlingException", "delayMs": 500, "message": "…"}`: the next `count` (default 1) requests of
 *   the operation wait `delayMs` (default 0) and answer `code`; with `code` null (the default) they
 *   are only late. The operation may be written `service.Operation`, or be `*`.
 * - `GET /_sandbox/faults`: the faults still armed. `DELETE /_sandbox/faults`: forget them.
 * - `GET /_sandbox/requests`: `{"version": 1, "total": 7, "requests": {"sso-admin.ListInstances": 7}}`.
 *   `DELETE /_sandbox/requests`: count from zero again.
 */
export function control(machine: Machine, method: string, path: string, body: string): ControlAnswer {
  switch (`${method} ${path}`) {
    case "GET /_sandbox/faults":
      return ok({ version: 1, faults: machine.faults.list() });
    case "POST /_sandbox/faults":
      return arm(machine, body);
    case "DELETE /_sandbox/faults":
      machine.faults.clear();
      return ok({ version: 1, faults: [] });
    case "GET /_sandbox/requests":
      return ok(countsOf(machine));
    case "DELETE /_sandbox/requests":
      machine.requests.clear();
      return ok(countsOf(machine));
    default:
      return { status: 404, body: { message: `the sandbox has no ${method} ${path}` } };
  }
}

function ok(body: object): ControlAnswer {
  return { status: 200, body };
}

function countsOf(machine: Machine): object {
  const total = [...machine.requests.values()].reduce((sum, count) => sum + count, 0);
  return { version: 1, total, requests: Object.fromEntries([...machine.requests].sort()) };
}

function arm(machine: Machine, body: string): ControlAnswer {
  const fault = readFault(body);
  if (typeof fault === "string") return { status: 400, body: { message: fault } };
  machine.faults.add(fault);
  return ok({ version: 1, faults: machine.faults.list() });
}

function readFault(body: string): Fault | string {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    return `the fault is not JSON: ${(error as Error).message}`;
  }
  if (typeof value !== "object" || value === null) return "the fault is not an object";
  const { operation, count = 1, code = null, delayMs = 0, message } = value as Record<string, unknown>;
  if (typeof operation !== "string" || operation === "")
    return '"operation" has to be the name of an operation';
  if (typeof count !== "number" || !Number.isInteger(count) || count < 1)
    return '"count" has to be 1 or more';
  if (code !== null && (typeof code !== "string" || !/^[A-Za-z.]+$/.test(code))) {
    return '"code" has to be an error code or null';
  }
  if (typeof delayMs !== "number" || !(delayMs >= 0 && delayMs <= 600_000)) {
    return '"delayMs" has to be from 0 to 600000';
  }
  if (message !== undefined && typeof message !== "string") return '"message" has to be text';
  return { operation, count, code, delayMs, message: message ?? "A fault that was asked for." };
}
