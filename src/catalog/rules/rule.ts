import type { Diagnostic, Severity, Span } from "../../diagnostic/diagnostic.js";
import type { Catalog } from "../catalog.js";
import type { WrittenCatalog } from "../read/written.js";

/** What a rule looks at: the catalog as written, for shapes, and as assembled, for meaning. */
export interface RuleFacts {
  readonly written: WrittenCatalog;
  readonly catalog: Catalog;
}

/** A proposition about the catalog; every diagnostic is a place where it does not hold. */
export type Rule = (facts: RuleFacts) => readonly Diagnostic[];

/** Makes an error, the usual outcome of a rule. */
export function error(
  code: string,
  message: string,
  span: Span | null,
  hint: string | null = null,
): Diagnostic {
  return make("error", code, message, span, hint);
}

/** Makes a warning: legal, but probably not meant. */
export function warning(
  code: string,
  message: string,
  span: Span | null,
  hint: string | null = null,
): Diagnostic {
  return make("warning", code, message, span, hint);
}

/** Makes an info: nothing is wrong, but people should know. */
export function info(
  code: string,
  message: string,
  span: Span | null,
  hint: string | null = null,
): Diagnostic {
  return make("info", code, message, span, hint);
}

function make(
  severity: Severity,
  code: string,
  message: string,
  span: Span | null,
  hint: string | null,
): Diagnostic {
  return { code, severity, message, span, hint };
}
