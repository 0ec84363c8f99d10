import { codes as registry } from "../../diagnostic/codes.js";
import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { type Comment, commentsIn } from "./comments.js";
import type { Ignore } from "./ignore.js";

const word = "identity-ignore";
const marker = /^#+[ \t]*identity-ignore(?=[\s:]|$):?/;
const list = /^[^\s,:]+(?:\s*,\s*[^\s,:]+)*/;

/** Findings about these comments: a comment that could silence them would hide itself. */
const aboutIgnores = new Set(["IDC360", "IDC361", "IDC362", "IDC363"]);

/** The `# identity-ignore` comments of a file, and what is wrong with them. */
export function readIgnores(
  text: string,
  file: string,
): { readonly ignores: readonly Ignore[]; readonly diagnostics: readonly Diagnostic[] } {
  const ignores: Ignore[] = [];
  const diagnostics: Diagnostic[] = [];
  // Most files have none, and need not be taken apart a second time.
  if (!text.includes(word)) return { ignores, diagnostics };
  const comments = commentsIn(text);
  const lines = linesMeant(comments);
  for (const comment of comments) {
    if (!marker.test(comment.text)) continue;
    const span = spanOf(comment, file);
    const rest = comment.text.replace(marker, "").trim();
    const written = list.exec(rest)?.[0] ?? "";
    const reason = rest.slice(written.length).replace(/^[\s:\u2013\u2014-]+/, "");
    const codes = [...new Set(written.split(",").map((code) => code.trim()))];
    const usable = codes.filter((code) => Object.hasOwn(registry, code) && !aboutIgnores.has(code));
    for (const code of codes) if (!usable.includes(code)) diagnostics.push(notACode(code, span));
    if (usable.length === 0) continue;
    if (!/[\p{L}\p{N}]/u.test(reason)) diagnostics.push(withoutReason(usable, span));
    else if (/^IDC\d{3}\b/.test(reason)) diagnostics.push(withoutComma(reason, span));
    else ignores.push({ span, line: lines.get(comment) ?? comment.line, codes: usable, reason });
  }
  return { ignores, diagnostics };
}

/** The line below each comment that stands alone; several above one line all speak of that line. */
function linesMeant(comments: readonly Comment[]): ReadonlyMap<Comment, number> {
  const lines = new Map<Comment, number>();
  let below: Comment | undefined;
  for (const comment of comments.toReversed()) {
    if (!comment.alone) continue;
    const next = comment.line + 1;
    lines.set(comment, below?.line === next ? (lines.get(below) ?? next) : next);
    below = comment;
  }
  return lines;
}

function spanOf({ text, line, column }: Comment, file: string): Span {
  return { file, line, column, endLine: line, endColumn: column + text.length };
}

function notACode(code: string, span: Span): Diagnostic {
  const upper = code.toUpperCase();
  const meant = upper !== code && Object.hasOwn(registry, upper) ? ` - did you mean "${upper}"?` : "";
  const message = aboutIgnores.has(code)
    ? `${code} is about such comments and cannot be ignored`
    : code === ""
      ? "this comment names no code to ignore"
      : `"${code}" is not a code${meant}`;
  const hint = `write "# ${word} CODE reason", with commas between several codes`;
  return { code: "IDC363", severity: "warning", message, span, hint };
}

function withoutReason(codes: readonly string[], span: Span): Diagnostic {
  const message = `no reason for ignoring ${codes.join(", ")}, so nothing is ignored`;
  const hint = `say why: "# ${word} ${codes.join(", ")} reason"`;
  return { code: "IDC360", severity: "warning", message, span, hint };
}

function withoutComma(reason: string, span: Span): Diagnostic {
  const message = `no comma before "${reason.slice(0, 6)}", so nothing is ignored`;
  const hint = "write a comma between two codes, and the reason after the last one";
  return { code: "IDC363", severity: "warning", message, span, hint };
}
