import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";

/** Makes an error: AWS would refuse the policy. */
export function refused(code: string, message: string, span: Span, hint: string): Diagnostic {
  return { code, severity: "error", message, span, hint };
}

/** Makes a warning: AWS takes the policy, but it hardly does what is meant. */
export function suspicious(code: string, message: string, span: Span, hint: string): Diagnostic {
  return { code, severity: "warning", message, span, hint };
}
