import type { CST } from "yaml";
import type { Range } from "./rewrite.js";
import { visitTokens } from "./tree.js";

/** Tells whether two parts of a text must keep their order because of anchors and aliases. */
export type IsBound = (earlier: Range, later: Range) => boolean;

/** An alias stays behind its anchor and before the next anchor of that name. Null when there are no anchors. */
export function boundBy(root: CST.Token): IsBound | null {
  const found: { readonly at: number; readonly name: string; readonly isAnchor: boolean }[] = [];
  visitTokens(root, (token) => {
    if (token.type !== "anchor" && token.type !== "alias") return;
    found.push({ at: token.offset, name: token.source.slice(1), isAnchor: token.type === "anchor" });
  });
  if (!found.some((n) => n.isAnchor)) return null;
  const within = ({ start, end }: Range) => found.filter(({ at }) => at >= start && at < end);
  return (earlier, later) => {
    const behind = within(later);
    return within(earlier).some((a) => behind.some((b) => a.name === b.name && (a.isAnchor || b.isAnchor)));
  };
}
