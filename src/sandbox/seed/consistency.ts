import { didYouMean } from "../../diagnostic/suggest.js";
import type { Placed, WrittenSeed } from "./read.js";
import type { Reader } from "./reader.js";

/** Reports what each part by itself cannot know: repeated names, and names of nothing. */
export function requireConsistency(reader: Reader, written: WrittenSeed): void {
  requireUnique(reader, "account", written.accountIds);
  requireUnique(reader, "group", written.groups);
  requireUnique(reader, "user", written.userNames);
  requireKnown(reader, "account", [written.managementAccount], written.accountIds);
  requireKnown(reader, "group", written.memberships, written.groups);
}

function requireUnique(reader: Reader, what: string, items: readonly Placed<string>[]): void {
  const seen = new Set<string>();
  for (const { value, node } of items) {
    if (value !== "" && seen.has(value)) reader.report(node, `the ${what} "${value}" is there twice`, null);
    seen.add(value);
  }
}

function requireKnown(
  reader: Reader,
  what: string,
  used: readonly Placed<string>[],
  known: readonly Placed<string>[],
): void {
  const names = known.map(({ value }) => value);
  for (const { value, node } of used) {
    if (value === "" || names.includes(value)) continue;
    reader.report(node, `unknown ${what} "${value}"${didYouMean(value, names)}`, `list it under ${what}s`);
  }
}
