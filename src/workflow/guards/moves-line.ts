import type { Moves } from "../../catalog/moves/moves.js";

/** An end of a move: an address of Terraform, or a kind and a name, `{ group: "DevOps" }`. */
export type MoveEnd = string | Readonly<Record<string, string>>;

/** One entry of moves.yaml: `- { from: { group: "Old" }, to: { group: "New" } }`. */
export function movesLine(from: MoveEnd, to: MoveEnd): string {
  return `- { from: ${flow(from)}, to: ${flow(to)} }`;
}

/** Where the line goes, as a request: `add this line below "moved:" in catalog/moves.yaml`. */
export function movesPlace({ file, exists }: Pick<Moves, "file" | "exists">): string {
  return exists
    ? `add this line below "moved:" in ${file}`
    : `write ${file} with "version: 1", "moved:" and this line below it`;
}

/** JSON texts are YAML texts, whatever is in them. */
function flow(end: MoveEnd): string {
  if (typeof end === "string") return JSON.stringify(end);
  return `{ ${Object.entries(end).map(([key, name]) => `${key}: ${JSON.stringify(name)}`)} }`;
}
