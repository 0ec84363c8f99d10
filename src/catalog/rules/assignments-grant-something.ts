import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { child, type Entry, entriesOf, isNull, type Node } from "../yaml/node.js";
import { type RuleFacts, warning } from "./rule.js";

/** An account, a `groups`/`users` map or a `permission_sets` list that is empty grants nothing. */
export function assignmentsGrantSomething({ written }: RuleFacts): readonly Diagnostic[] {
  const blocks = ["account_assignments", "account_type_assignments"].map((k) => child(written.vars, k));
  return blocks.flatMap((block) => entriesOf(block).flatMap(target));
}

function target(entry: Entry): readonly Diagnostic[] {
  if (entry.value.kind === "map" && entry.value.entries.size === 0) return [nothing(entry)];
  return entriesOf(entry.value).flatMap((kind) => {
    if (isEmpty(kind.value)) return [nothing(kind)];
    return entriesOf(kind.value).flatMap((principal) => {
      const sets = child(principal.value, "permission_sets");
      return sets?.kind === "list" && sets.items.length === 0 ? [nothing(principal)] : [];
    });
  });
}

function isEmpty(node: Node): boolean {
  return isNull(node) || (node.kind === "map" && node.entries.size === 0);
}

function nothing({ key, keySpan }: Entry): Diagnostic {
  return warning("IDC309", `"${key}" grants nothing`, keySpan, "list permission sets, or remove the key");
}
