import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { didYouMean } from "../diagnostic/suggest.js";
import { type KnownSettings, movedSettings } from "./backend-settings.js";
import { error } from "./rules/rule.js";
import { entriesOf, isNull, itemsOf, type Node, textOf } from "./yaml/node.js";

/** Every setting is one that Terraform takes, and a map where it takes a map. */
export function settingsAreKnown(
  node: Node | undefined,
  known: KnownSettings,
  where: string,
): readonly Diagnostic[] {
  return entriesOf(node).flatMap(({ key, keySpan, value }) => {
    if (!Object.hasOwn(known, key)) {
      const moved = Object.hasOwn(movedSettings, key) ? movedSettings[key] : undefined;
      const near = moved === undefined ? didYouMean(key, Object.keys(known)) : "";
      const hint =
        moved === undefined ? "the settings are Terraform's: see docs/backends.md" : `write ${moved}`;
      return [error("IDC202", `unknown key "${key}" in ${where}${near}`, keySpan, hint)];
    }
    const inside = known[key] ?? null;
    if (inside === null || isNull(value) || value.tag !== null) return [];
    if (value.kind === "map") return settingsAreKnown(value, inside, `${where}.${key}`);
    return [error("IDC207", `${where}.${key} must be a map`, value.span, "write its settings as keys")];
  });
}

/** Terraform evaluates nothing in a backend, nor do we: a bucket would have this very name. */
export function settingsAreLiteral(node: Node | undefined): readonly Diagnostic[] {
  const text = textOf(node);
  if (node === undefined || text === undefined) {
    return [...itemsOf(node), ...entriesOf(node).map((e) => e.value)].flatMap(settingsAreLiteral);
  }
  if (!/[$%]\{|\{\{/.test(text)) return [];
  const hint = "write the value itself: templates are not evaluated in a backend";
  return [error("IDC381", `"${text}" is a template`, node.span, hint)];
}
