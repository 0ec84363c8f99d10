import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { child, isFalse, isNull, isTrue, type Node, textOf } from "../yaml/node.js";
import { unknownTag } from "./unknown-tag.js";

/** One line of an import list. */
export interface Import {
  /** As written. */
  readonly path: string;
  /** `skip_if_missing` */
  readonly optional: boolean;
  readonly span: Span;
}

/** The imports of one file, in order; what is not a path is reported. */
export function importsOf(
  own: Node | undefined,
  report: (diagnostic: Diagnostic) => void,
): readonly Import[] {
  const node = child(own, "import");
  if (node === undefined || (isNull(node) && node.tag === null)) return [];
  if (node.tag !== null) {
    unknownTag(node).forEach(report);
    return [];
  }
  if (node.kind !== "list") {
    report(problem("IDC201", "import must be a list of paths", node.span, 'write "import: [path]"'));
    return [];
  }
  return node.items.flatMap((item) => importOf(item, report));
}

function importOf(item: Node, report: (diagnostic: Diagnostic) => void): readonly Import[] {
  const path = textOf(item) ?? textOf(child(item, "path"));
  if (item.tag !== null) {
    unknownTag(item).forEach(report);
    return [];
  }
  if (path === undefined || path === "") {
    const message = "an import must be a path, or a map with a path";
    report(problem("IDC201", message, item.span, 'write "catalog/accounts" or "{path: catalog/accounts}"'));
    return [];
  }
  const context = child(item, "context");
  if (context?.kind === "map" && context.entries.size > 0) {
    const message = "context of an import has no effect: Go templates are not rendered";
    const noEffect = problem("IDC209", message, context.span, "write the values into the file");
    report({ ...noEffect, severity: "warning" });
  }
  const skip = child(item, "skip_if_missing");
  if (skip !== undefined && skip.tag === null && !isTrue(skip) && !isFalse(skip)) {
    const message = "skip_if_missing of an import must be true or false";
    report(problem("IDC207", message, skip.span, "write it without quotes"));
  }
  return [{ path, optional: isTrue(skip), span: item.span }];
}

function problem(code: string, message: string, span: Span, hint: string): Diagnostic {
  return { code, severity: "error", message, span, hint };
}
