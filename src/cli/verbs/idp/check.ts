import { resolve } from "node:path";
import type { ProviderName } from "../../../catalog/identity-provider/identity-provider.js";
import { unreadable } from "../../../catalog/read/unreadable.js";
import type { Diagnostic } from "../../../diagnostic/diagnostic.js";
import { checkMetadata } from "../../../idp/metadata/check.js";
import type { MetadataFile } from "../../../idp/metadata/open-file.js";
import { bounds } from "../../../idp/metadata/xml/bounds.js";
import { checkJson } from "../../../report/idp/check-json.js";
import { checkText } from "../../../report/idp/check-text.js";
import { exit } from "../../exit.js";
import { shownPath } from "../../node-files.js";
import { readBytes } from "../../read-text.js";
import type { Shell } from "../../shell.js";
import { stop } from "../../show.js";

export interface CheckFlags {
  readonly previous?: string;
  readonly provider?: ProviderName;
  readonly format: "text" | "json";
}

/** `identity idp check`: SAML metadata, before a person uploads it. */
export function check(shell: Shell, path: string, flags: CheckFlags): number {
  const given = read(shell, path);
  const previous = flags.previous === undefined ? null : read(shell, flags.previous);
  if ("code" in given || (previous !== null && "code" in previous)) {
    const unread = [given, previous].flatMap((r) => (r !== null && "code" in r ? [r] : []));
    return stop(shell, unread, flags.format, exit.invalid);
  }
  const now = shell.now();
  const checked = checkMetadata({ ...given, previous, provider: flags.provider ?? null, now });
  shell.out(flags.format === "json" ? checkJson(checked, now) : checkText(checked, now, shell.paintOut));
  return checked.diagnostics.some(({ severity }) => severity !== "info") ? exit.found : exit.done;
}

/** A file that is larger than any metadata is a finding; one that cannot be read is not. */
function read({ cwd }: Shell, path: string): MetadataFile | Diagnostic {
  const file = shownPath(cwd, path);
  const found = readBytes(resolve(cwd, path), null, bounds.bytes);
  if ("bytes" in found) return { file, bytes: found.bytes };
  return found.why === "large" ? { file, bytes: null } : unreadable(file, found, null, "check the path");
}
