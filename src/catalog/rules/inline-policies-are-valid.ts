import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { child, type Entry, entriesOf, itemsOf, type Node, textOf } from "../yaml/node.js";
import { error, type RuleFacts } from "./rule.js";

/** Statements say what and on what, each once, with ids that IAM accepts. */
export function inlinePoliciesAreComplete({ written }: RuleFacts): readonly Diagnostic[] {
  return entriesOf(child(written.vars, "permission_sets")).flatMap((set) => {
    const node = child(child(set.value, "inline_policy"), "Statement");
    if (node === undefined) return [];
    const statements = node.kind === "map" ? [node] : itemsOf(node);
    if (node.kind === "list" && statements.length === 0) {
      return [error("IDC313", `the inline policy of "${set.key}" has no statement`, node.span, "remove it")];
    }
    return [...statements.flatMap(checkStatement), ...sidsAreUnique(statements, set)];
  });
}

function checkStatement(statement: Node): readonly Diagnostic[] {
  if (statement.kind !== "map" || statement.tag !== null) return [];
  const one = (a: string, b: string): readonly Diagnostic[] => {
    const [first, second] = [a, b].map((key) => statement.entries.get(key));
    if ((first === undefined) !== (second === undefined)) return empty(first ?? second);
    const message =
      first === undefined ? `statement without ${a} or ${b}` : `statement with both ${a} and ${b}`;
    const start = statement.entries.values().next().value?.keySpan ?? statement.span;
    return [error("IDC313", message, second?.keySpan ?? start, `write one of the two`)];
  };
  const sid = child(statement, "Sid");
  const text = textOf(sid);
  const badSid =
    sid === undefined || text === undefined || /^[A-Za-z0-9]*$/.test(text)
      ? []
      : [error("IDC313", `Sid "${text}" is not valid`, sid.span, "use letters and digits only")];
  return [...badSid, ...one("Action", "NotAction"), ...one("Resource", "NotResource")];
}

function empty(entry: Entry | undefined): readonly Diagnostic[] {
  if (entry === undefined || entry.value.kind !== "list" || entry.value.items.length > 0) return [];
  return [error("IDC313", `${entry.key} of a statement is empty`, entry.keySpan, "fill it in")];
}

function sidsAreUnique(statements: readonly Node[], set: Entry): readonly Diagnostic[] {
  const seen = new Set<string>();
  return statements.flatMap((statement) => {
    const sid = child(statement, "Sid");
    const text = textOf(sid) ?? "";
    if (sid === undefined || text === "" || !seen.has(text)) {
      seen.add(text);
      return [];
    }
    const message = `Sid "${text}" is used twice in the inline policy of "${set.key}"`;
    return [error("IDC313", message, sid.span, "rename one of the two")];
  });
}
