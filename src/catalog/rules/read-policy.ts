import type { Condition, Policy, Statement, Text } from "../../policy/lint/policy.js";
import { child, entriesOf, itemsOf, type Node, textOf } from "../yaml/node.js";

const lists = ["Action", "NotAction", "Resource", "NotResource"];

/** The policy of a node, as the lint reads it. What has the wrong shape is left out: the schema reports it. */
export function readPolicy(node: Node): Policy {
  const written = child(node, "Statement");
  const statements = written?.kind === "map" ? [written] : itemsOf(written);
  return {
    span: node.span,
    version: texts(child(node, "Version"))[0] ?? null,
    statements: statements.map(readStatement),
  };
}

function readStatement(node: Node): Statement {
  const effect = textOf(child(node, "Effect"));
  const condition = child(node, "Condition");
  const list = (key: string): readonly Text[] => texts(child(node, key));
  return {
    effect: effect === "Allow" || effect === "Deny" ? effect : null,
    actions: list("Action"),
    notActions: list("NotAction"),
    resources: list("Resource"),
    notResources: list("NotResource"),
    isConditional: condition !== undefined && !(condition.kind === "map" && condition.entries.size === 0),
    conditions: entriesOf(condition).flatMap((operator) =>
      entriesOf(operator.value).map(
        (key): Condition => ({
          operator: { text: operator.key, span: operator.keySpan },
          key: { text: key.key, span: key.keySpan },
          values: texts(key.value),
        }),
      ),
    ),
    readable: node.kind === "map" && node.tag === null && lists.every((key) => isReadable(child(node, key))),
  };
}

function isReadable(node: Node | undefined): boolean {
  if (node === undefined) return true;
  if (node.tag !== null) return false;
  return node.kind === "list" ? node.items.every((i) => textOf(i) !== undefined) : textOf(node) !== undefined;
}

function texts(node: Node | undefined): readonly Text[] {
  const items = node === undefined || node.kind === "list" ? itemsOf(node) : [node];
  return items.flatMap((item) => {
    const text = textOf(item);
    return text === undefined ? [] : [{ text, span: item.span }];
  });
}
