import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { child, type Entry, entriesOf, textOf } from "../yaml/node.js";
import { error, type RuleFacts } from "./rule.js";

const supported = ["local", "s3", "cloud"];

/** Terraform's state is kept where the stack can render it; another type would silently be local. */
export function backendTypeIsSupported({ written }: RuleFacts): readonly Diagnostic[] {
  const type = written.backendType;
  if (type === undefined || type.tag !== null) return [];
  if (supported.includes(textOf(type) ?? "")) return [];
  const shown = type.kind === "scalar" ? JSON.stringify(type.value) : `a ${type.kind}`;
  return [error("IDC201", `backend_type is ${shown}`, type.span, `use one of ${supported.join(", ")}`)];
}

/** The settings of a backend are a map. */
export function backendIsAMap({ written }: RuleFacts): readonly Diagnostic[] {
  const { backend } = written;
  if (backend === undefined || backend.kind === "map" || backend.tag !== null) return [];
  return [error("IDC207", "backend must be a map", backend.span, "write its settings as keys")];
}

const services: Readonly<Record<string, { readonly arn: string; readonly what: string }>> = {
  bucket_arn: { arn: ":s3:::", what: "an S3 bucket" },
  role_arn: { arn: ":iam::", what: "an IAM role" },
  dynamodb_table_arn: { arn: ":dynamodb:", what: "a DynamoDB table" },
};

/** State backends are ARNs of this partition: AWS refuses a policy with anything else as its resource. */
export function backendArnsAreArns({ written, catalog }: RuleFacts): readonly Diagnostic[] {
  const main = ["bucket_arn", "role_arn", "dynamodb_table_arn"].flatMap((key) => {
    const entry = written.vars.entries.get(`tf_access_${key}`);
    return entry === undefined ? [] : check(entry, key, entry.key, catalog.partition);
  });
  const additional = entriesOf(child(written.vars, "tf_access_additional_backends")).flatMap((backend) =>
    entriesOf(backend.value).flatMap((e) => check(e, e.key, `${backend.key}.${e.key}`, catalog.partition)),
  );
  return [...main, ...additional];
}

function check({ value }: Entry, key: string, name: string, partition: string): readonly Diagnostic[] {
  const arn = textOf(value);
  const service = services[key];
  if (arn === undefined || arn === "" || service === undefined || value.tag !== null) return [];
  const wanted = `arn:${partition}${service.arn}`;
  if (arn.startsWith(wanted)) return [];
  const message = `${name} "${arn}" is not the ARN of ${service.what} in partition ${partition}`;
  return [error("IDC201", message, value.span, `it begins with "${wanted}"`)];
}
