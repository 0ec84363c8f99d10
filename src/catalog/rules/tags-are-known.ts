import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { knownVars } from "../schema/vars.js";
import type { Node } from "../yaml/node.js";
import { error, type RuleFacts } from "./rule.js";

/** A tag such as `!terraform.state` stands for a value this program cannot know, and never runs. */
export function yamlTagsAreKnown({ written }: RuleFacts): readonly Diagnostic[] {
  const read = [...written.vars.entries.values()].filter((e) => e.key in knownVars);
  const seen = new Set<Node>();
  return [...read.map((e) => e.value), written.backendType, written.backend].flatMap((n) => walk(n, seen));
}

function walk(node: Node | undefined, seen: Set<Node>): readonly Diagnostic[] {
  if (node === undefined || seen.has(node)) return [];
  seen.add(node);
  if (node.tag !== null) {
    const message = `the value of "${node.tag}" is not known here`;
    return [error("IDC106", message, node.span, "write the value itself: tags are never executed")];
  }
  if (node.kind === "list") return node.items.flatMap((i) => walk(i, seen));
  if (node.kind === "map") return [...node.entries.values()].flatMap((e) => walk(e.value, seen));
  return [];
}
