import { type Key, type KeyRecord, recordsIn } from "./records.js";
import { defaultWords, typeWords } from "./type-words.js";

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((c) => c.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

/** The table of some keys, then one for each record below them. */
export function keyTables(keys: readonly Key[], seen: Set<string>): string {
  const below = keys.flatMap(({ name, schema }) => recordsIn(name, schema, seen));
  return [keyTable(keys), ...below.map(recordTable)].join("\n\n");
}

function recordTable({ path, keys }: KeyRecord): string {
  return `Keys of \`${path}\`:\n\n${keyTable(keys)}`;
}

function keyTable(keys: readonly Key[]): string {
  return table(
    ["key", "type", "default", "meaning"],
    keys.map(({ name, schema, isRequired }) => [
      `\`${name}\``,
      typeWords(schema),
      defaultWords(schema, isRequired),
      schema.description ?? "",
    ]),
  );
}
