import { Lexer } from "yaml";

/** A comment of a YAML text. Line and column count from 1; a byte order mark has no column. */
export interface Comment {
  /** From its `#` to the end of the line. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** True when nothing but white space stands before it on its line. */
  readonly alone: boolean;
}

/** What the lexer adds to the text: marks of a document, of the end of a flow collection, and the byte order mark. */
const marks = new Set(["\u0002", "\u0018", "\uFEFF"]);
const scalarFollows = "\u001f";

/** The comments of a YAML text, valid or not. A `#` in a quoted text or in a block of text is none. */
export function commentsIn(text: string): readonly Comment[] {
  const comments: Comment[] = [];
  let line = 1;
  let column = 1;
  let alone = true;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (!isScalar && (token === scalarFollows || marks.has(token))) {
      isScalar = token === scalarFollows;
      continue;
    }
    if (!isScalar && token.startsWith("#")) comments.push({ text: token.trimEnd(), line, column, alone });
    isScalar = false;
    const lines = token.split("\n");
    const last = lines.at(-1) ?? "";
    if (lines.length > 1) column = 1;
    alone = (lines.length > 1 || alone) && last.trim() === "";
    line += lines.length - 1;
    column += last.length;
  }
  return comments;
}
