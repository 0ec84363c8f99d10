import { type CST, Parser } from "yaml";

/** A token with its place: punctuation, white space, a comment, an anchor, or a value. */
export type AnyToken = CST.Token | CST.SourceToken;

const between = new Set(["space", "newline", "comment", "comma"]);

/** The concrete syntax of the only document of a text that has no syntax errors; null when it is empty. */
export function parseTree(text: string): CST.Token | null {
  for (const token of new Parser().parse(text)) if (token.type === "document") return token.value ?? null;
  return null;
}

/** Every token in the order of the text, collections before what is in them. */
export function visitTokens(token: CST.Token, visit: (token: AnyToken) => void): void {
  visit(token);
  if (token.type === "flow-collection") visit(token.start);
  if ("items" in token) {
    for (const { start, key, sep, value } of token.items) {
      for (const t of start) visit(t);
      if (key) visitTokens(key, visit);
      for (const t of sep ?? []) visit(t);
      if (value) visitTokens(value, visit);
    }
  }
  if (token.type === "block-scalar") for (const t of token.props) visitTokens(t, visit);
  if ("end" in token) for (const t of token.end ?? []) visit(t);
}

/** Every item of every collection, with its collection. */
export function visitItems(
  token: CST.Token,
  visit: (collection: CST.Token, item: CST.CollectionItem) => void,
): void {
  visitTokens(token, (collection) => {
    if ("items" in collection) for (const item of collection.items) visit(collection, item);
  });
}

/** Where an item begins: its dash, anchor, tag or key. Undefined for what follows a trailing comma. */
export function itemStart({ start, key, sep, value }: CST.CollectionItem): number | undefined {
  const first = start.find((t) => !between.has(t.type)) ?? key ?? sep?.find((t) => !between.has(t.type));
  return (first ?? value)?.offset;
}

/** Where an item of a flow collection ends, without what stands between it and the comma. */
export function flowItemEnd({ start, key, sep, value }: CST.CollectionItem): number {
  const last =
    sep?.findLast((t) => !between.has(t.type)) ?? key ?? start.findLast((t) => !between.has(t.type));
  return Math.max(value ? tokenEnd(value) : 0, last ? tokenEnd(last) : 0);
}

/** Where a scalar, an alias or a flow collection ends. */
export function tokenEnd(token: AnyToken): number {
  if (token.type === "flow-collection") {
    const closing = token.end[0];
    return closing === undefined ? token.offset : closing.offset + closing.source.length;
  }
  if (token.type === "block-scalar") {
    const props = token.props.reduce((sum, t) => sum + ("source" in t ? t.source.length : 0), 0);
    return token.offset + props + token.source.length;
  }
  return token.offset + ("source" in token ? token.source.length : 0);
}
