import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { entriesOf, isUndefinedAlias, itemsOf, type Node } from "../yaml/node.js";

/**
 * A tag such as `!terraform.state` stands for a value this program cannot know, and never runs.
 * Nothing for an alias without anchor: the parser has said so.
 */
export function unknownTag(node: Node): readonly Diagnostic[] {
  if (node.tag === null || isUndefinedAlias(node)) return [];
  const hint = node.tag.startsWith("!include")
    ? "write the value itself, or import the file in the import list at the top"
    : "write the value itself: tags are never executed";
  const message = `the value of "${node.tag}" is not known here`;
  return [{ code: "IDC106", severity: "error", message, span: node.span, hint }];
}

/** The same for a whole document: what is below a tag is part of the value nobody knows. */
export function unknownTags(node: Node): readonly Diagnostic[] {
  if (node.tag !== null) return unknownTag(node);
  return [...itemsOf(node), ...entriesOf(node).map((entry) => entry.value)].flatMap(unknownTags);
}
