/** A failure in words: the part of a `TerraformProblem` that an explainer decides. */
export interface Explanation {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

/** The first paragraph of Terraform's wrapped text, on one line. */
export function firstSentence(text: string): string {
  const [paragraph = ""] = text.trim().split(/\n\s*\n/);
  return paragraph.replace(/\s*\n\s*/g, " ").trim();
}
