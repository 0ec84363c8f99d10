const names: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text that is nothing but text between tags, and between quotes in an attribute. */
export function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}

/** JSON that no text in it ends, or comments out, as the content of a `<script>`. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
