import { asObject, asText, type JsonObject, parseObject } from "./json.js";

/** An error or warning of Terraform or a provider, in its own words. */
export interface UiDiagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  /** The resource or provider it is about, when Terraform says. */
  readonly address: string | null;
}

/**
 * One line of `terraform … -json`, as far as it is used here.
 * Source: Terraform's "Machine-Readable UI", version 1.2.
 */
export type UiLine =
  | { readonly type: "planned_change"; readonly address: string; readonly action: string }
  | { readonly type: "refresh_start" | "refresh_complete"; readonly address: string }
  | {
      readonly type: "apply_start" | "apply_progress" | "apply_complete" | "apply_errored";
      readonly address: string;
      readonly action: string;
    }
  | { readonly type: "change_summary"; readonly operation: string }
  | { readonly type: "diagnostic"; readonly diagnostic: UiDiagnostic };

/** Null for lines that are not JSON (Terraform 1.11 prints some in `init -json`) or of no interest. */
export function parseUiLine(text: string): UiLine | null {
  const line = text.startsWith("{") ? parseObject(text) : null;
  if (line === null) return null;
  switch (line.type) {
    case "planned_change":
      return { type: line.type, ...subject(line.change) };
    case "refresh_start":
    case "refresh_complete":
      return { type: line.type, address: subject(line.hook).address };
    case "apply_start":
    case "apply_progress":
    case "apply_complete":
    case "apply_errored":
      return { type: line.type, ...subject(line.hook) };
    case "change_summary":
      return { type: line.type, operation: asText(asObject(line.changes)?.operation) ?? "" };
    case "diagnostic":
      return { type: line.type, diagnostic: diagnosticOf(asObject(line.diagnostic) ?? {}) };
    default:
      return null;
  }
}

function subject(value: unknown): { readonly address: string; readonly action: string } {
  const holder = asObject(value);
  const address = asText(asObject(holder?.resource)?.addr) ?? "";
  return { address, action: asText(holder?.action) ?? "" };
}

function diagnosticOf(value: JsonObject): UiDiagnostic {
  return {
    severity: value.severity === "warning" ? "warning" : "error",
    summary: asText(value.summary) ?? "",
    detail: asText(value.detail) ?? "",
    address: asText(value.address),
  };
}
