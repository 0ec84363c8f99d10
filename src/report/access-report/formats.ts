import type { ReportInput } from "../html/input.js";
import { reportHtml } from "../html/report.js";
import { reportCsv } from "./csv.js";
import { reportJson } from "./json.js";
import { reportMarkdown } from "./markdown.js";

export type ReportFormat = "html" | "csv" | "markdown" | "json";

/** The access report in each format `identity report` offers. */
export const accessReportFormats: Readonly<Record<ReportFormat, (report: ReportInput) => string>> = {
  html: reportHtml,
  csv: reportCsv,
  markdown: reportMarkdown,
  json: reportJson,
};
