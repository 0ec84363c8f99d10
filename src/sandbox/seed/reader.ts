import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node } from "yaml";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";

/** A key and a value of a mapping, with their nodes. */
export interface Entry {
  readonly key: string;
  readonly keyNode: Node | null;
  readonly value: Node | null;
}

/** Reads values out of YAML nodes; whatever is not as expected becomes a diagnostic and null. */
export interface Reader {
  readonly diagnostics: readonly Diagnostic[];
  report(node: Node | null, message: string, hint: string | null): void;
  /** `position` is a pair of offsets into the text. */
  reportAt(position: readonly number[], message: string, hint: string | null): void;
  text(node: Node | null, what: string): string | null;
  list(node: Node | null, what: string): readonly (Node | null)[];
  map(node: Node | null, what: string): readonly Entry[] | null;
}

export function createReader(document: Document, lines: LineCounter, file: string): Reader {
  const diagnostics: Diagnostic[] = [];

  function reportAt(position: readonly number[], message: string, hint: string | null): void {
    const [start = 0, end = start] = position;
    const from = lines.linePos(start);
    const to = lines.linePos(Math.max(end, start));
    const span = {
      file,
      line: Math.max(1, from.line),
      column: Math.max(1, from.col),
      endLine: Math.max(1, to.line),
      endColumn: Math.max(1, to.col),
    };
    diagnostics.push({ code: "IDC204", severity: "error", message, span, hint });
  }

  function report(node: Node | null, message: string, hint: string | null): void {
    reportAt(node?.range?.slice(0, 2) ?? [0, 0], message, hint);
  }

  function resolved(node: Node | null): Node | null {
    return isAlias(node) ? (node.resolve(document) ?? null) : node;
  }

  /** A number keeps its digits as written, so that an unquoted account id does not lose its zeros. */
  function text(node: Node | null, what: string): string | null {
    const scalar = resolved(node);
    if (isScalar(scalar)) {
      const value = typeof scalar.value === "number" ? scalar.source : scalar.value;
      if (typeof value === "string" && value !== "") return value;
    }
    report(node, `${what} has to be text`, null);
    return null;
  }

  function list(node: Node | null, what: string): readonly (Node | null)[] {
    const sequence = resolved(node);
    if (isSeq<Node | null>(sequence)) return sequence.items;
    report(node, `${what} has to be a list`, null);
    return [];
  }

  function map(node: Node | null, what: string): readonly Entry[] | null {
    const mapping = resolved(node);
    if (!isMap<Node, Node | null>(mapping)) {
      report(node, `${what} has to be a mapping`, null);
      return null;
    }
    return mapping.items.map(({ key, value }) => ({
      key: isScalar(key) ? String(key.source ?? key.value) : "",
      keyNode: key,
      value,
    }));
  }

  return { diagnostics, report, reportAt, text, list, map };
}
