import { grantsCsv } from "./csv.js";
import type { AuditInput } from "./input.js";
import { auditJson } from "./json.js";
import { auditMarkdown } from "./markdown.js";
import { auditSarif } from "./sarif.js";
import { auditText } from "./text.js";

export type AuditFormat = "text" | "json" | "sarif" | "markdown" | "csv";

/** An audit in each format `identity audit` offers. */
export const auditReports: Readonly<Record<AuditFormat, (input: AuditInput) => string>> = {
  text: auditText,
  json: ({ result, diagnostics }) => auditJson(result, diagnostics),
  sarif: auditSarif,
  markdown: ({ result }) => auditMarkdown(result),
  csv: ({ result, rows }) => grantsCsv(result[rows]),
};
