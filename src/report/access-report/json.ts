import type { ReportInput } from "../html/input.js";

/** See docs/json/report.schema.json. */
export function reportJson(report: ReportInput): string {
  return `${JSON.stringify({ version: 1, ...report }, null, 2)}\n`;
}
