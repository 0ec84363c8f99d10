/** A fault for the next requests of an operation. */
export interface Fault {
  /** `CreateAccountAssignment`, `sso-admin.ListTagsForResource`, or `*` for every operation. */
  readonly operation: string;
  /** How many requests it still hits. */
  readonly count: number;
  /** The error code to answer with; null lets the request through. */
  readonly code: string | null;
  /** The message that goes with the code. */
  readonly message: string;
  /** How long to wait first, in milliseconds. */
  readonly delayMs: number;
}

/** The faults that are armed. */
export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  list(): readonly Fault[];
  /** The fault that hits this request, if any; its count goes down. The oldest one wins. */
  take(service: string, operation: string): Fault | null;
}

export function createFaults(): Faults {
  let armed: readonly Fault[] = [];
  return {
    add: (fault) => {
      armed = [...armed, fault];
    },
    clear: () => {
      armed = [];
    },
    list: () => armed,
    take: (service, operation) => {
      const names = [operation, `${service}.${operation}`, "*"];
      const hit = armed.find((fault) => names.includes(fault.operation));
      if (hit === undefined) return null;
      armed = armed
        .map((fault) => (fault === hit ? { ...fault, count: fault.count - 1 } : fault))
        .filter((fault) => fault.count > 0);
      return hit;
    },
  };
}
