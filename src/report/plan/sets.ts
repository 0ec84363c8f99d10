import { counted } from "../../diagnostic/counted.js";
import { visible } from "../../diagnostic/visible.js";
import type { FieldChange, PlannedSet } from "../../workflow/summary/summary.js";
import type { DiffLine } from "./diff-line.js";
import { type Part, partsOf } from "./part.js";
import { statementLines } from "./statements.js";

/** The permission sets by what happens to them, removals first, with what changes about each. */
export function setParts(sets: readonly PlannedSet[]): readonly Part[] {
  return partsOf("permission set", sets, (set) => ({ line: lineOf(set), diff: diffOf(set) }));
}

/** `ReadOnlyAccess: 12 accounts, 3 groups affected` */
function lineOf({ change, permissionSet, accounts, groups, users }: PlannedSet): string {
  const counts = [
    ...(accounts === 0 ? [] : [counted(accounts, "account")]),
    ...(groups === 0 ? [] : [counted(groups, "group")]),
    ...(users === 0 ? [] : [counted(users, "user")]),
  ];
  const isNew = change === "add" || change === "adopt";
  const holders = counts.length === 0 ? "nobody has it" : `${counts.join(", ")}${isNew ? "" : " affected"}`;
  return `${visible(permissionSet)}: ${holders}`;
}

/** A policy of another version, or one that is no policy, has no statement that differs. */
const unsaid: DiffLine = { mark: null, text: "no field and no statement of it: see plan.json of the run" };

function diffOf({ change, fields, statements }: PlannedSet): readonly DiffLine[] {
  const lines = [...fields.flatMap(fieldLines), ...statementLines(statements)];
  return change === "change" && lines.length === 0 ? [unsaid] : lines;
}

function fieldLines({ field, before, after }: FieldChange): readonly DiffLine[] {
  const line = (mark: "-" | "+", value: string | null): readonly DiffLine[] =>
    value === null ? [] : [{ mark, text: `${field}: ${visible(value)}` }];
  return [...line("-", before), ...line("+", after)];
}
