import { visible } from "../../diagnostic/visible.js";
import type { StatementChange, StatementJson } from "../../policy/diff/statement-change.js";
import { isObject, textsOf } from "../../policy/policy-json.js";
import { type DiffLine, differing } from "./diff-line.js";

/** AWS compares these in any letter case. */
const actions: ReadonlySet<string> = new Set(["Action", "NotAction"]);

/** The statements of an inline policy that changed, each with only what differs. */
export function statementLines(changes: readonly StatementChange[]): readonly DiffLine[] {
  return changes.flatMap((change, i) => {
    const title = change.sid === null ? `statement ${i + 1}` : `statement ${JSON.stringify(change.sid)}`;
    return [{ mark: null, text: `${visible(title)}${aboutOf(change)}` }, ...linesOf(change)];
  });
}

function linesOf({ before, after }: StatementChange): readonly DiffLine[] {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  // Of a new or a removed statement, the title says it.
  if (before === null || after === null || before["Sid"] === after["Sid"]) keys.delete("Sid");
  return [...keys].flatMap((key) => {
    const lower = (text: string): string => text.toLowerCase();
    const lines = differing(
      valuesOf(before, key),
      valuesOf(after, key),
      actions.has(key) ? lower : undefined,
    );
    return lines.map(({ mark, text }) => ({ mark, text: visible(`${key}: ${text}`) }));
  });
}

/** The values of a field, each as text: `s3:GetObject`, `StringEquals aws:RequestedRegion: eu-west-1`. */
function valuesOf(statement: StatementJson | null, key: string): readonly string[] {
  const value = statement?.[key];
  if (value === undefined) return [];
  if (key === "Condition" && isObject(value)) return conditionsOf(value);
  return textsOf(value) ?? [JSON.stringify(value)];
}

function conditionsOf(condition: StatementJson): readonly string[] {
  return Object.entries(condition).flatMap(([operator, keys]) => {
    if (!isObject(keys)) return [`${operator}: ${JSON.stringify(keys)}`];
    return Object.entries(keys).flatMap(([key, value]) =>
      (textsOf(value) ?? [JSON.stringify(value)]).map((text) => `${operator} ${key}: ${text}`),
    );
  });
}

/** So many actions of a statement without a name say which one it is. */
const mostActions = 3;

/** ` (Allow s3:GetObject, s3:PutObject, …)`: which one a statement is that has no `Sid` and is not told in full. */
function aboutOf({ change, sid, after }: StatementChange): string {
  if (sid !== null || change !== "change" || after === null) return "";
  const key = after["Action"] === undefined ? "NotAction" : "Action";
  const all = valuesOf(after, key);
  const shown = all.slice(0, mostActions).join(", ");
  const not = key === "Action" ? "" : "all but ";
  const effect = valuesOf(after, "Effect").join();
  return visible(` (${effect} ${not}${shown}${all.length > mostActions ? ", …" : ""})`);
}
