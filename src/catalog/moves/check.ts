import { Ajv, type ValidateFunction } from "ajv";
import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { error } from "../rules/rule.js";
import { branchErrors } from "../schema/branches.js";
import type { SchemaError } from "../schema/check.js";
import { explain } from "../schema/explain.js";
import { locate } from "../schema/locate.js";
import { type MapNode, type Node, toData } from "../yaml/node.js";
import { movesSchema } from "./schema.js";

let validator: ValidateFunction | undefined;

/** Checks the shape of moves.yaml; every mistake once, at its place. */
export function checkMoves(root: Node): readonly Diagnostic[] {
  const { $schema: _, ...moves } = movesSchema;
  validator ??= new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true }).compile({
    type: "object",
    properties: { moves },
  });
  // A key of its own gives the file a name in messages.
  const { line, column, endLine, endColumn } = root.span;
  // An empty file has no first character to point at.
  const isEmpty = endLine === line && endColumn === column;
  const span = isEmpty ? root.span : { ...root.span, endLine: line, endColumn: column + 1 };
  const entry = { key: "moves", keySpan: span, value: root };
  const file: MapNode = { kind: "map", entries: new Map([["moves", entry]]), tag: null, span };
  if (validator(toData(file))) return [];
  return branchErrors(validator.errors ?? []).flatMap((e) => inWords(e, file, span) ?? []);
}

function inWords(e: SchemaError, file: MapNode, top: Span): Diagnostic | null {
  const at = locate(file, e.instancePath.split("/").slice(1), top);
  if (at.tagged) return null;
  if (e.keyword === "minProperties" || e.keyword === "maxProperties") {
    return error("IDC201", "a side of a move is one group or one user", at.span, 'as in "{ group: DevOps }"');
  }
  if (e.params["additionalProperty"] === "permission_set") return setsKeepTheirNames(e, file, top);
  return explain(e, file, top);
}

/** People will try it, since it works for groups. */
function setsKeepTheirNames({ instancePath }: SchemaError, file: MapNode, top: Span): Diagnostic | null {
  const path = instancePath.split("/").slice(1);
  const other = locate(file, [...path.slice(0, -1), "from", "permission_set"], top).node;
  // The two sides of one entry are one mistake.
  if (path.at(-1) === "to" && other !== undefined) return null;
  const { keySpan } = locate(file, [...path, "permission_set"], top);
  const message = "a permission set cannot be renamed: AWS can only delete it and make another one";
  const hint =
    "declare the new set beside the old one, grant it to everyone who has the old one, deploy, and then remove the old one";
  return error("IDC379", message, keySpan, hint);
}
