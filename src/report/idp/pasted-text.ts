import { visible } from "../../diagnostic/visible.js";
import type { GuideValue } from "../../idp/guide/guide.js";
import type { Paint } from "../paint.js";
import { table } from "../table.js";

/** Values to paste, one on each line and never wrapped, so that a double click selects one. */
export function pastedText(values: readonly GuideValue[], indent: string, paint: Paint): string {
  return table(values.map(({ name, value }) => [`${indent}${name}`, shownValue(value, paint)]));
}

function shownValue(value: string, paint: Paint): string {
  return value === "" ? paint("dim", "(leave it empty)") : paint("cyan", visible(value));
}
