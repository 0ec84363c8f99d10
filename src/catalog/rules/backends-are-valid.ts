import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { backendTypes, type WrittenBackend } from "../backend.js";
import { backendProblems } from "../backend-rules.js";
import { child, type Entry, entriesOf, isNull, textOf } from "../yaml/node.js";
import { error, info, type RuleFacts } from "./rule.js";

/** What these rules look at: a catalog, or the file of `--backend`. */
interface BackendFacts {
  readonly written: WrittenBackend;
}

/** Terraform's state is kept where the stack can render it; another type would silently be local. */
export function backendTypeIsSupported({ written }: BackendFacts): readonly Diagnostic[] {
  const type = written.backendType;
  if (type === undefined || type.tag !== null) return [];
  if ((backendTypes as readonly string[]).includes(textOf(type) ?? "")) return [];
  const shown = type.kind === "scalar" ? JSON.stringify(type.value) : `a ${type.kind}`;
  return [error("IDC201", `backend_type is ${shown}`, type.span, `use one of ${backendTypes.join(", ")}`)];
}

/** The settings of a backend are a map. */
export function backendIsAMap({ written }: BackendFacts): readonly Diagnostic[] {
  const { backend } = written;
  if (backend === undefined || backend.kind === "map" || backend.tag !== null) return [];
  return [error("IDC207", "backend must be a map", backend.span, "write its settings as keys")];
}

/** Settings without a type are of no use here; an Atmos project has the type in its stack. */
export function backendHasAType({ written }: BackendFacts): readonly Diagnostic[] {
  const { backendType, backend } = written;
  if ((backendType !== undefined && !isNull(backendType)) || entriesOf(backend).length === 0) return [];
  const message = "backend has settings, but no backend_type says which backend: the state is local";
  const hint = `write backend_type: ${backendTypes.find((t) => child(backend, t) !== undefined) ?? "s3"}`;
  return [info("IDC380", message, backend?.span ?? null, hint)];
}

/** The settings of a backend are Terraform's, complete, without secrets. */
export function backendSettingsAreUsable({ written }: BackendFacts): readonly Diagnostic[] {
  return backendProblems(written);
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
