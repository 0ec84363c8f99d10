import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { instantHint, readInstant } from "../instant.js";
import { child, entriesOf, type Node, textOf } from "../yaml/node.js";
import { error, type RuleFacts } from "./rule.js";

/** Every `expires_at` says when. */
export function expiriesAreInstants({ written }: RuleFacts): readonly Diagnostic[] {
  const blocks = ["account_assignments", "account_type_assignments"].map((k) => child(written.vars, k));
  return blocks
    .flatMap(entriesOf)
    .flatMap((target) => entriesOf(target.value))
    .flatMap((kind) => entriesOf(kind.value))
    .flatMap((principal) => check(child(principal.value, "expires_at")));
}

function check(node: Node | undefined): readonly Diagnostic[] {
  const text = textOf(node);
  if (node === undefined || text === undefined || text === "" || readInstant(text) !== null) return [];
  return [error("IDC328", `expires_at "${text}" is not a date or timestamp`, node.span, instantHint(text))];
}
