import type { Assignment } from "../catalog.js";
import { child, type Entry, entriesOf, itemsOf, type Node, textOf } from "../yaml/node.js";

/** Flattens `account_assignments` or `account_type_assignments`: one item per set named in a list. */
export function readAssignments(
  node: Node | undefined,
  kind: "account" | "accountType",
): readonly Assignment[] {
  return entriesOf(node).flatMap((target) => [
    ...principals(target, kind, "groups", "GROUP"),
    ...principals(target, kind, "users", "USER"),
  ]);
}

function principals(
  target: Entry,
  kind: "account" | "accountType",
  key: string,
  type: "GROUP" | "USER",
): readonly Assignment[] {
  return entriesOf(child(target.value, key)).flatMap((principal) =>
    itemsOf(child(principal.value, "permission_sets")).flatMap((item) => {
      const name = textOf(item);
      if (name === undefined) return [];
      return [
        {
          target: { kind, name: target.key, span: target.keySpan },
          principal: { type, name: principal.key, span: principal.keySpan },
          permissionSet: { name, span: item.span },
        },
      ];
    }),
  );
}
