import type { Explanation } from "../access/explain/explain.js";
import { explainJson } from "./explain-json.js";
import { explainText } from "./explain-text.js";
import type { Paint } from "./paint.js";

export type ExplainFormat = "text" | "json";

/** An explanation in each format `identity explain` offers. */
export const explainReports: Readonly<
  Record<ExplainFormat, (explanation: Explanation, paint: Paint) => string>
> = {
  text: explainText,
  json: explainJson,
};
