import { type Diagnostic, hasErrors } from "../../diagnostic/diagnostic.js";
import { type CatalogFiles, folderOf, joinPath } from "../read/files.js";
import { unknownTags } from "../read/unknown-tag.js";
import { unreadable } from "../read/unreadable.js";
import { error } from "../rules/rule.js";
import { child, entriesOf, itemsOf, type Node } from "../yaml/node.js";
import { parseYaml } from "../yaml/parse.js";
import { checkMoves } from "./check.js";
import type { MoveEnd, Moves, MovesImport } from "./moves.js";
import { addressesAreAddresses, importsDiffer, movesGoSomewhere } from "./rules.js";

/** Reads the moves.yaml beside a catalog file. Nothing of it is used when it has a mistake. */
export function loadMoves(
  files: CatalogFiles,
  catalogFile: string,
): { readonly moves: Moves; readonly diagnostics: readonly Diagnostic[] } {
  const folder = folderOf(catalogFile);
  const file = joinPath(folder, "moves.yaml");
  const none: Moves = { file, exists: false, moved: [], imports: [] };
  const read = files.read(file, { below: folder });
  if (read.text === null) {
    return { moves: none, diagnostics: read.why === "absent" ? [] : [unreadable(file, read, null, "")] };
  }
  const parsed = parseYaml(read.text, file);
  const diagnostics = [...parsed.diagnostics, ...(parsed.root === null ? [] : shape(parsed.root))];
  if (parsed.root === null || hasErrors(diagnostics))
    return { moves: { ...none, exists: true }, diagnostics };
  const moves = assembleMoves(parsed.root, file);
  const found = [addressesAreAddresses, movesGoSomewhere, importsDiffer].flatMap((rule) => rule(moves));
  const usable = found.length === 0 ? moves : { ...none, exists: true };
  return { moves: usable, diagnostics: [...diagnostics, ...found] };
}

function shape(root: Node): readonly Diagnostic[] {
  if (root.kind !== "map") return [error("IDC112", "the file must be a map of keys at the top", root.span)];
  return [...unknownTags(root), ...checkMoves(root)];
}

function assembleMoves(root: Node, file: string): Moves {
  return {
    file,
    exists: true,
    moved: itemsOf(child(root, "moved")).map((item) => ({
      from: moveEnd(child(item, "from")),
      to: moveEnd(child(item, "to")),
    })),
    imports: itemsOf(child(root, "import")).map((item) => ({
      to: written(item, "to"),
      id: written(item, "id"),
    })),
  };
}

function moveEnd(node: Node | undefined): MoveEnd {
  const [entry] = entriesOf(node);
  if (entry === undefined) return { kind: "address", ...textAt(node) };
  return { kind: entry.key === "user" ? "user" : "group", ...textAt(entry.value) };
}

function written(item: Node, key: "to" | "id"): MovesImport["to"] {
  return textAt(child(item, key));
}

function textAt(node: Node | undefined): MovesImport["to"] {
  if (node?.kind !== "scalar" || typeof node.value !== "string") throw new Error("its shape was checked");
  return { name: node.value, span: node.span };
}
