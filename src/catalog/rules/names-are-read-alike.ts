import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { child, descend, type Entry, entriesOf, itemsOf, type Node } from "../yaml/node.js";
import { otherReading } from "../yaml/other-reading.js";
import { type RuleFacts, warning } from "./rule.js";

/** A name without quotes is text to every YAML program, not a number here and a boolean there. */
export function namesAreReadAlike({ written: { vars } }: RuleFacts): readonly Diagnostic[] {
  const targets = ["account_assignments", "account_type_assignments"].flatMap((key) =>
    entriesOf(child(vars, key)),
  );
  const principals = targets.flatMap((t) =>
    ["groups", "users"].flatMap((kind) => entriesOf(child(t.value, kind))),
  );
  const types = entriesOf(child(vars, "account_types"));
  const accounts = entriesOf(descend(vars, "account_map", "full_account_map"));
  const sets = entriesOf(child(vars, "permission_sets"));
  const lists = [
    ...principals.map((p) => child(p.value, "permission_sets")),
    ...types.flatMap((t) => [child(t.value, "accounts"), child(t.value, "exclude")]),
    ...["groups", "idp_groups", "required_groups", "aws_teams_accessible", "identity_roles_accessible"].map(
      (key) => child(vars, key),
    ),
  ];
  return [
    ...[...targets, ...principals, ...types, ...accounts, ...sets].flatMap(ofKey),
    ...lists.flatMap(itemsOf).flatMap(ofItem),
  ];
}

function ofKey({ key, keySpan, plainKey }: Entry): readonly Diagnostic[] {
  return plainKey === true ? readOtherwise(key, keySpan) : [];
}

/** Numbers and the like are no names at all, which the schema says. */
function ofItem(node: Node): readonly Diagnostic[] {
  const isText = node.kind === "scalar" && node.tag === null && typeof node.value === "string";
  return isText && node.plain === true ? readOtherwise(node.source, node.span) : [];
}

function readOtherwise(text: string, span: Span): readonly Diagnostic[] {
  const other = otherReading(text);
  if (other === null) return [];
  const message = `the name ${text} is ${other} to other YAML programs, and is taken as text here`;
  return [warning("IDC117", message, span, `quote it: "${text}"`)];
}
