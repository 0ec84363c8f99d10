import type { Moves } from "../../catalog/moves/moves.js";

/** An end of a move: an address of Terraform, or a kind and a name, `{ group: "DevOps" }`. */
export type MoveEnd = string | Readonly<Record<string, string>>;

/** One entry of moves.yaml: `- { from: { group: "Old" }, to: { group: "New" } }`. */
export function movesLine(from: MoveEnd, to: MoveEnd): string {
  return `- { from: ${flow(from)}, to: ${flow(to)} }`;
}

/** What to do with a line, which stands between backticks: it is copied, and more text may follow. */
export function movesAdvice({ file, exists }: Pick<Moves, "file" | "exists">, line: string): string {
  return exists
    ? `add the line \`${line}\` below "moved:" in ${file}, and plan again`
    : `write ${file} with "version: 1", "moved:" and below it the line \`${line}\`, and plan again`;
}

/** JSON texts are YAML texts, whatever is in them. */
function flow(end: MoveEnd): string {
  if (typeof end === "string") return JSON.stringify(end);
  return `{ ${Object.entries(end).map(([key, name]) => `${key}: ${JSON.stringify(name)}`)} }`;
}
