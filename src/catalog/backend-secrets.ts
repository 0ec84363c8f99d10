import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { Backend } from "./backend.js";
import { secretSettings } from "./backend-settings.js";
import { defaultHostname, whereTokensGo } from "./backend-token.js";
import { error } from "./rules/rule.js";
import { child, type Entry, entriesOf, isNull, type Node, textOf } from "./yaml/node.js";

const withPassword = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*:[^/?#]*@/i;

/** Keys, tokens and passwords among the settings. The messages do not have them, nor may a code frame. */
export function backendSecrets(settings: Node | undefined, type: Backend["type"]): readonly Diagnostic[] {
  const hostname = textOf(child(settings, "hostname")) ?? defaultHostname;
  return entriesOf(settings).flatMap((entry) => {
    const { key, keySpan, value } = entry;
    const inside = backendSecrets(value, type);
    if (Object.hasOwn(secretSettings, key) && !isNull(value)) {
      const hint = type === "cloud" ? whereTokensGo(hostname) : (secretSettings[key] ?? null);
      return [error("IDC383", `"${key}" is a secret, and does not belong in a file`, keySpan, hint)];
    }
    return hasPassword(entry)
      ? [error("IDC383", `the address in "${key}" has a password`, keySpan, addressOnly), ...inside]
      : inside;
  });
}

const addressOnly = "write it without; HTTP_PROXY and HTTPS_PROXY in the environment may have one";

function hasPassword({ value }: Entry): boolean {
  return withPassword.test(textOf(value) ?? "");
}
