import { Parser } from "yaml";
import { compareText } from "../../diagnostic/order.js";
import { type AnyToken, visitTokens } from "./tree.js";

/** Comments, anchors and aliases of a text, sorted: formatting may move them, but loses none. */
export function remarksOf(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (token: AnyToken): void => {
    if (token.type !== "comment" && token.type !== "anchor" && token.type !== "alias") return;
    found.push(token.source.trimEnd());
  };
  for (const token of new Parser().parse(text)) {
    if (token.type !== "document") {
      visit(token);
      continue;
    }
    for (const t of [...token.start, ...(token.end ?? [])]) visit(t);
    if (token.value) visitTokens(token.value, visit);
  }
  return found.sort(compareText);
}
