import { setTimeout as wait } from "node:timers/promises";
import { checkShape } from "../shape/check.js";
import type { Store } from "../world/store.js";
import { failure } from "./failure.js";
import type { Faults } from "./faults.js";
import type { Operation, Service } from "./operation.js";
import type { Throttle } from "./throttle.js";

/** What one running sandbox consists of. */
export interface Machine {
  readonly store: Store;
  readonly faults: Faults;
  /** Requests so far, by `service.Operation`. */
  readonly requests: Map<string, number>;
  /** Null when throttling is switched off. */
  readonly throttle: Throttle | null;
  /** How long asynchronous requests stay IN_PROGRESS, in milliseconds. */
  readonly latencyMs: number;
  /** Aborted when the sandbox closes, so that no delayed request changes the state afterwards. */
  readonly closing: AbortSignal;
  /** Milliseconds since 1970. */
  now(): number;
}

/** A request once its protocol has been read. */
export interface Call {
  readonly operation: string;
  /** The access key of the signature. */
  readonly accessKeyId: string;
  /** The region of the signature's scope. */
  readonly region: string;
  readonly input: object;
}

/** Runs a call: counted, hit by a fault, throttled, checked, executed and saved, in this order. */
export async function dispatch(machine: Machine, service: Service, call: Call): Promise<object> {
  const operation = service.operations.get(call.operation);
  if (operation === undefined) {
    const message = `The sandbox has no operation ${call.operation} in ${service.name}.`;
    throw failure("UnknownOperationException", message);
  }
  const name = `${service.name}.${call.operation}`;
  machine.requests.set(name, (machine.requests.get(name) ?? 0) + 1);
  await suffer(machine, service, call.operation);
  throttle(machine, service, name);
  checkInput(service, operation, call.input);
  const output = operation.run(
    {
      world: machine.store.world,
      now: machine.now(),
      latencyMs: machine.latencyMs,
      accessKeyId: call.accessKeyId,
      region: call.region,
      operation: name,
    },
    withoutNulls(call.input),
  );
  if (operation.writes) await machine.store.save();
  return output;
}

async function suffer(machine: Machine, service: Service, operation: string): Promise<void> {
  const fault = machine.faults.take(service.name, operation);
  if (fault === null) return;
  if (fault.delayMs > 0) await wait(fault.delayMs, undefined, { signal: machine.closing });
  if (fault.code !== null) throw failure(fault.code, fault.message);
}

function throttle(machine: Machine, service: Service, name: string): void {
  if (machine.throttle === null || service.throttle === "none") return;
  const key = service.throttle === "service" ? service.name : name;
  if (machine.throttle(key, service.requestsPerSecond, machine.now())) return;
  throw failure("ThrottlingException", "Rate exceeded");
}

function checkInput(service: Service, operation: Operation, input: object): void {
  const problem = checkShape(operation.input, input);
  if (problem === null) return;
  const code = problem.kind === "type" ? "SerializationException" : service.invalidCode;
  throw failure(code, problem.message);
}

/** In AWS's JSON protocol a member that is null is one that was not sent. */
function withoutNulls(input: object): object {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}
