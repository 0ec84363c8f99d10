import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { isUndefinedAlias, type Node } from "../yaml/node.js";

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
