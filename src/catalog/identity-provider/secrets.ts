import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { nearest } from "../../diagnostic/suggest.js";
import { error } from "../rules/rule.js";
import { type Entry, entriesOf, isNull, itemsOf, type Node, textOf } from "../yaml/node.js";

const secretName = /token|secret|password|passwd|credential|api_?key|private_?key|certificate_?key/i;
/** Long runs without a space or a dot, JSON in base64, an Okta API token, a bearer header, a URL with a password. */
const secretValue =
  /^[\w+/=:~-]{100,}$|[\w+/=~-]{100,}|\beyJ[\w-]{10,}|^00[\w-]{40}$|^bearer\s|^[a-z][a-z\d+.-]*:\/\/[^/?#]*:[^/?#]*@|[?&][^=&]*token=/i;

/** Tokens and passwords in the component. The messages do not have them, nor may a code frame. */
export function noSecrets(node: Node | undefined): readonly Diagnostic[] {
  return [
    ...entriesOf(node).flatMap((entry) => (isSecret(entry) ? [found(entry)] : noSecrets(entry.value))),
    ...itemsOf(node).flatMap((item) => {
      if (!secretValue.test(textOf(item) ?? "")) return noSecrets(item);
      return [error("IDC759", "a text in this list looks like a secret", item.span, hint)];
    }),
  ];
}

const hint =
  "take it out and make a new one in the AWS console, as this one is in the file's history; a token belongs in the environment: SCIM_TOKEN, or TF_VAR_scim_token for Terraform";

function isSecret({ key, value }: Entry): boolean {
  if (isNull(value)) return false;
  const isDay = /^\d{4}-\d{2}-\d{2}/.test(textOf(value) ?? "") || nearest(key, ["token_expires_on"]) !== null;
  return (
    (secretName.test(key) && key !== "token_expires_on" && !isDay) || secretValue.test(textOf(value) ?? "")
  );
}

function found({ key, keySpan, value }: Entry): Diagnostic {
  const named = secretName.test(key);
  const message = named
    ? `"${key}" is a secret, and does not belong in a file`
    : `the text of "${key}" looks like a secret`;
  return error("IDC759", message, named ? keySpan : value.span, hint);
}
