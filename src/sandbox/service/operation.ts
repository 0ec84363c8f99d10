import type { StructureShape } from "../shape/shape.js";
import type { World } from "../world/world.js";

/** What an operation works with. */
export interface Context {
  readonly world: World;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How long asynchronous requests stay IN_PROGRESS, in milliseconds. */
  readonly latencyMs: number;
  /** The access key the caller signed with. */
  readonly accessKeyId: string;
  /** The region the caller signed for. */
  readonly region: string;
  /** The operation's name, to which page tokens are bound. */
  readonly operation: string;
}

/** An SDK input type once its shape has been checked: the required members are there. */
export type Checked<Input> = {
  readonly [Name in keyof Input]: Record<never, never> extends Pick<Input, Name>
    ? Input[Name]
    : NonNullable<Input[Name]>;
};

/** One operation of a service. */
export interface Operation {
  readonly input: StructureShape;
  /** True when it may change the world, which is then saved before the answer goes out. */
  readonly writes: boolean;
  /** Throws a `Failure`; changes nothing before it has thrown all it can throw. */
  run(context: Context, input: object): object;
}

/** An operation that only reads. `run` takes the SDK's request type, checked, and gives its response type. */
export function reading<Input extends object, Output extends object>(
  input: StructureShape,
  run: (context: Context, input: Input) => Output,
): Operation {
  return { input, writes: false, run: (context, value) => run(context, value as Input) };
}

/** An operation that changes the world; otherwise like `reading`. */
export function writing<Input extends object, Output extends object>(
  input: StructureShape,
  run: (context: Context, input: Input) => Output,
): Operation {
  return { input, writes: true, run: (context, value) => run(context, value as Input) };
}

/** One of the endpoints that share the server. */
export interface Service {
  /** As in the AWS CLI: `sso-admin`, `identitystore`, `organizations`, `sts`. */
  readonly name: string;
  readonly operations: ReadonlyMap<string, Operation>;
  /** The code for input that does not fit the model. */
  readonly invalidCode: string;
  /** How requests are counted for throttling: together, one by one, or not at all. */
  readonly throttle: "service" | "operation" | "none";
  /** Requests a second where they are throttled. */
  readonly requestsPerSecond: number;
}
