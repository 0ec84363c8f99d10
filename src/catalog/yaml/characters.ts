import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";

/** What YAML forbids in a file, a byte order mark inside it, and a carriage return on its own. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]|\r(?!\n)|\p{Surrogate}/gu;
const mostReported = 20;

/** Characters that programs read differently or not at all, the first of each line. */
export function forbiddenCharacters(
  text: string,
  spanAt: (start: number, end: number) => Span,
): readonly Diagnostic[] {
  const found = new Map<number, Diagnostic>();
  for (const { 0: character, index } of text.matchAll(forbidden)) {
    if (index === 0 && character === "\uFEFF") continue;
    const span = spanAt(index, index + 1);
    if (!found.has(span.line)) found.set(span.line, explain(character, text, span));
    if (found.size === mostReported) break;
  }
  return [...found.values()];
}

function explain(character: string, text: string, span: Span): Diagnostic {
  const problem = (message: string, hint: string): Diagnostic => ({
    code: "IDC115",
    severity: "error",
    message,
    span,
    hint,
  });
  if (character === "\r") {
    const message = "a carriage return without a line feed: programs disagree whether a line ends here";
    return problem(message, "save the file with the line ends of Unix or Windows");
  }
  if (character === "\uFEFF") {
    const message = "a byte order mark inside the file would be part of a name";
    return problem(message, "remove it; it comes from joining files");
  }
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  const isWide = character === "\u0000" && [text[0], text[1]].includes("\u0000");
  const hint = isWide
    ? "this looks like UTF-16: save the file as UTF-8"
    : `remove it, or write it as "\\u${code}" in double quotes`;
  return problem(`character U+${code} is not allowed in YAML`, hint);
}
