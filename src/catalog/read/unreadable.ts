import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import type { Unread } from "./files.js";

const codes: Readonly<Record<Unread["why"], string>> = {
  absent: "IDC102",
  outside: "IDC109",
  large: "IDC113",
  encoding: "IDC114",
  refused: "IDC102",
};

const hints: Readonly<Record<Exclude<Unread["why"], "absent">, string>> = {
  outside: "copy the file to where the link is",
  large: "split the file, or import only what this catalog needs",
  encoding: "save the file as UTF-8",
  refused: "only regular files that this user may read are read",
};

/** Why a file was not read, in words. `span` is what asked for it; `absent` is the hint when there is no such file. */
export function unreadable(
  path: string,
  { why, detail }: Unread,
  span: Span | null,
  absent: string,
): Diagnostic {
  const message = `cannot read "${path}"${detail === "" ? "" : `: ${detail}`}`;
  return { code: codes[why], severity: "error", message, span, hint: why === "absent" ? absent : hints[why] };
}
