/** A value of Terraform's JSON syntax as an HCL expression. Texts are templates in both. */
export function hclValue(value: unknown, indent: string): string {
  if (typeof value === "string") return hclText(value);
  if (Array.isArray(value)) return `[${value.map((item) => hclValue(item, indent)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const inner = `${indent}  `;
  const lines = Object.entries(value).map(([key, v]) => `${inner}${hclText(key)} = ${hclValue(v, inner)}\n`);
  return lines.length === 0 ? "{}" : `{\n${lines.join("")}${indent}}`;
}

/** A template as a quoted HCL text: what is inside `${…}` is code and stays as it is. */
export function hclText(template: string): string {
  const quoted = template.replaceAll(/\$\$\{|\$\{[^}]*\}|["\\\p{Cc}]/gu, (part) =>
    part.startsWith("$") ? part : hclCharacter(part),
  );
  return `"${quoted}"`;
}

function hclCharacter(character: string): string {
  if (character === '"' || character === "\\") return `\\${character}`;
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
