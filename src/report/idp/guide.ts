import type { Guide } from "../../idp/guide/guide.js";
import type { Paint } from "../paint.js";
import { guideMarkdown } from "./guide-markdown.js";
import { guideText } from "./guide-text.js";

export type GuideFormat = "text" | "markdown" | "json";

/** A guide, in each format `identity idp guide` offers. */
export const guideReports: Readonly<Record<GuideFormat, (guide: Guide, paint: Paint) => string>> = {
  text: guideText,
  markdown: guideMarkdown,
  json: guideJson,
};

/** See docs/json/idp-guide.schema.json. */
function guideJson({ provider, title, steps, notes }: Guide): string {
  return `${JSON.stringify({ version: 1, provider, title, steps, notes }, null, 2)}\n`;
}
