/** A name, as Terraform's language has it. */
const name = String.raw`[\p{ID_Start}_][\p{ID_Continue}-]*`;
/** A number or a quoted text without expressions in it. */
const index = String.raw`\[(?:\d+|"(?:\$\$\{|%%\{|[$%](?!\{)|\\["\\nrt]|\\u[0-9A-Fa-f]{4}|[^"\\$%\p{Cc}])*")\]`;
const address = new RegExp(
  String.raw`^(?:module\.${name}(?:${index})?\.)*(?<type>[a-z][a-z0-9]*_[a-z0-9_]+)\.${name}(?:${index})?$`,
  "u",
);

/** The resource type in the address of one managed resource, or null when the text is no such address. */
export function resourceTypeOf(text: string): string | null {
  return address.exec(text)?.groups?.["type"] ?? null;
}
