import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { unknownTag } from "../read/unknown-tag.js";
import { knownVars } from "../schema/vars.js";
import type { Node } from "../yaml/node.js";
import type { RuleFacts } from "./rule.js";

/** Every value that is read is known. Tags in other keys are other tools' business. */
export function yamlTagsAreKnown({ written }: RuleFacts): readonly Diagnostic[] {
  const read = [...written.vars.entries.values()].filter((e) => Object.hasOwn(knownVars, e.key));
  const seen = new Set<Node>();
  return [...read.map((e) => e.value), written.backendType, written.backend].flatMap((n) => walk(n, seen));
}

function walk(node: Node | undefined, seen: Set<Node>): readonly Diagnostic[] {
  if (node === undefined || seen.has(node)) return [];
  seen.add(node);
  if (node.tag !== null) return unknownTag(node);
  if (node.kind === "list") return node.items.flatMap((i) => walk(i, seen));
  if (node.kind === "map") return [...node.entries.values()].flatMap((e) => walk(e.value, seen));
  return [];
}
