import type { Assignment, Expiry, Target } from "../catalog.js";
import { readInstant } from "../instant.js";
import { child, type Entry, entriesOf, itemsOf, type Node, textOf } from "../yaml/node.js";

/** The keys of `account_assignments` or `account_type_assignments`. */
export function readTargets(node: Node | undefined, kind: Target["kind"]): readonly Target[] {
  return entriesOf(node)
    .filter((e) => e.key !== "")
    .map((e) => ({ kind, name: e.key, span: e.keySpan }));
}

/** Flattens `account_assignments` or `account_type_assignments`: one item per set named in a list. */
export function readAssignments(node: Node | undefined, kind: Target["kind"]): readonly Assignment[] {
  return entriesOf(node).flatMap((target) => [
    ...principals(target, kind, "groups", "GROUP"),
    ...principals(target, kind, "users", "USER"),
  ]);
}

function principals(
  target: Entry,
  kind: Target["kind"],
  key: string,
  type: "GROUP" | "USER",
): readonly Assignment[] {
  return entriesOf(child(target.value, key)).flatMap((principal) => {
    const expiry = readExpiry(child(principal.value, "expires_at"));
    return itemsOf(child(principal.value, "permission_sets")).flatMap((item) => {
      const name = textOf(item);
      if (name === undefined || name === "" || item.tag !== null) return [];
      return [
        {
          target: { kind, name: target.key, span: target.keySpan },
          principal: { type, name: principal.key, span: principal.keySpan },
          permissionSet: { name, span: item.span },
          expiry,
        },
      ];
    });
  });
}

/** A text that is no instant is a rule's business. */
function readExpiry(node: Node | undefined): Expiry | null {
  const at = readInstant(textOf(node) ?? "");
  return at === null || node === undefined ? null : { at, span: node.span };
}
