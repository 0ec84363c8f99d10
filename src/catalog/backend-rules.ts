import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { type Backend, backendSettings, backendTypeOf, type WrittenBackend } from "./backend.js";
import { backendSecrets } from "./backend-secrets.js";
import { knownSettings } from "./backend-settings.js";
import { settingsAreKnown, settingsAreLiteral } from "./backend-shape.js";
import { error, warning } from "./rules/rule.js";
import { child, isFalse, isNull, type Node, textOf } from "./yaml/node.js";

/** What is wrong with a written backend whose type and kind are right: see `backends-are-valid.ts`. */
export function backendProblems(written: WrittenBackend): readonly Diagnostic[] {
  const type = backendTypeOf(written);
  if (type === null) return [];
  const settings = backendSettings(written, type);
  const secrets = backendSecrets(settings, type);
  // Another finding in the same line would print it.
  if (secrets.length > 0) return secrets;
  const at = settings ?? written.backendType;
  return [
    ...settingsAreKnown(settings, knownSettings[type], `backend.${type}`),
    ...settingsAreLiteral(settings),
    ...(at === undefined ? [] : checks[type](settings, at)),
  ];
}

type Check = (settings: Node | undefined, at: Node) => readonly Diagnostic[];

const checks: Readonly<Record<Backend["type"], Check>> = { local, s3, cloud };

/** An absolute path would be one machine's. */
function local(settings: Node | undefined): readonly Diagnostic[] {
  const path = child(settings, "path");
  if (path === undefined || isNull(path) || path.tag !== null) return [];
  const text = textOf(path);
  if (text === undefined) return [error("IDC207", "backend.local.path must be text", path.span)];
  if (!/^([/\\~]|[A-Za-z]:)/.test(text)) return [];
  const hint = "write it relative to the project's folder, as in states/aws-sso.tfstate";
  return [error("IDC382", `the path "${text}" of the local state is not relative`, path.span, hint)];
}

function s3(settings: Node | undefined, at: Node): readonly Diagnostic[] {
  const missing = ["bucket", "key"].filter((name) => isEmpty(child(settings, name)));
  const lock = child(settings, "use_lockfile");
  const unlocked = lock !== undefined && isFalse(lock) && isEmpty(child(settings, "dynamodb_table"));
  return [
    ...missing.map((name) => {
      const hint = `such as "${name}: ${name === "key" ? "identity/aws-sso.tfstate" : "acme-tfstate"}"`;
      return error("IDC381", `"${name}" is missing in backend.s3`, at.span, hint);
    }),
    ...(unlocked
      ? [
          warning(
            "IDC384",
            "the state has no lock: two deploys at once can lose each other's work",
            lock.span,
            noLock,
          ),
        ]
      : []),
  ];
}

const noLock = "leave use_lockfile out: it is on by default";

function cloud(settings: Node | undefined, at: Node): readonly Diagnostic[] {
  const workspaces = child(settings, "workspaces");
  const named = ["name", "tags"].filter((name) => !isEmpty(child(workspaces, name)));
  if (named.length === 1) return [];
  const what = named.length === 0 ? "neither" : "both";
  const message = `backend.cloud.workspaces has ${what} "name" ${named.length === 0 ? "nor" : "and"} "tags"`;
  const hint = 'write one of them, such as "workspaces: { name: identity }"';
  return [error("IDC381", message, (workspaces ?? at).span, hint)];
}

function isEmpty(node: Node | undefined): boolean {
  return node === undefined || isNull(node) || textOf(node) === "";
}
