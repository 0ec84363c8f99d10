import { type CST, Lexer, Parser } from "yaml";
import { bounds } from "./bounds.js";
import type { Budget } from "./budget.js";

/** Where and why reading stopped. */
export interface Halt {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/**
 * The library's tokens, as long as the text stays within the budget and is not nested too deeply: what
 * comes after recurses, and takes memory by the token. `halt` is told why when it does not.
 */
export function* boundedTokens(
  text: string,
  budget: Budget,
  halt: (why: Halt) => void,
): Generator<CST.Token, void> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    if (--budget.tokens < 0) {
      const message = `more than ${bounds.tokens} words, signs and line breaks, imports included`;
      halt({ offset: parser.offset, message, hint: "grant by account type, or split the catalog" });
      return;
    }
    yield* parser.next(lexeme);
    // The document and the value being read are on the stack too.
    if (parser.stack.length > bounds.depth + 2) {
      const message = `maps and lists are nested more than ${bounds.depth} deep`;
      halt({ offset: parser.offset, message, hint: "close brackets, and do not indent further than needed" });
      return;
    }
  }
  yield* parser.end();
}
