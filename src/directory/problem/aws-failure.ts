import { failedCallOf } from "../failed-call.js";

/** Where a call went; `operation` as in `ListInstances`, when the error does not know it itself. */
export interface CallContext {
  readonly operation?: string;
  readonly region: string;
  readonly endpoint?: string;
}

/** What is known of an error of the SDK, whatever class it is: the classes differ by client. */
export interface AwsFailure {
  /** `AccessDeniedException` */
  readonly name: string;
  /** As AWS wrote it. It may hold secrets: see `withoutSecrets`. */
  readonly message: string;
  /** A code of Node's network errors, such as `ECONNREFUSED`; its own or that of its cause. */
  readonly networkCode: string | null;
  /** The host that has no address, or the `address:port` that refused. */
  readonly host: string | null;
  readonly httpStatus: number | null;
  /** AWS's finer reason, such as `KMS_AccessDeniedException`. */
  readonly reason: string | null;
  /** `sso`, `identitystore`, `organizations`, `sts`, `iam`; null when the error is not from our clients. */
  readonly service: string | null;
  /** `ListInstances`, or null when nobody knows. */
  readonly operation: string | null;
  readonly context: CallContext;
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads an error by its fields, so that the SDK need not be loaded to explain one. */
export function awsFailure(error: unknown, context: CallContext): AwsFailure {
  const fields = fieldsOf(error);
  const network = [fields, fieldsOf(fields["cause"])].find((f) => textOf(f["code"]) !== null) ?? {};
  const call = failedCallOf(error);
  const status = fieldsOf(fields["$metadata"])["httpStatusCode"];
  return {
    name: textOf(fields["name"]) ?? "Error",
    message: textOf(fields["message"]) ?? textOf(error) ?? "",
    networkCode: textOf(network["code"]),
    host: hostOf(network),
    httpStatus: typeof status === "number" ? status : null,
    reason: textOf(fields["Reason"]),
    service: call?.service ?? null,
    operation: call?.operation ?? context.operation ?? null,
    context,
  };
}

function hostOf(network: Fields): string | null {
  const address = textOf(network["address"]);
  return textOf(network["hostname"]) ?? (address === null ? null : `${address}:${network["port"]}`);
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
