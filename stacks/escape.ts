/** CDKTF reads numbers below this one, written in a string, as its own number tokens. */
const NUMBER_TOKENS_BELOW = -1e288;

/**
 * A text as a Terraform template that evaluates to exactly that text. Every string of the catalog or the
 * directory passes here once, on its way into the configuration, and nothing else does.
 *
 * Besides Terraform's own `${` and `%{` it hides what CDKTF would take for its tokens: `TfToken[`, and
 * numbers such as `-8.2e298`, of which an identity store id can hold one by accident.
 */
export function escapeTemplate(text: string): string {
  return text
    .replaceAll(/[$%](?=\{)/g, (sign) => sign + sign)
    .replaceAll("TfToken[", () => `TfToken\${"["}`)
    .replaceAll(/[-+.|\d]+e[-+.|\deE]+/g, (number) =>
      Number.parseFloat(number) < NUMBER_TOKENS_BELOW ? number.replace("e", () => `\${"e"}`) : number,
    );
}

/** The same for a text that may be missing. */
export function escapeNullable(text: string | null): string | null {
  return text === null ? null : escapeTemplate(text);
}

/** The same for a key of an object, which JavaScript must not take for the object's prototype. */
export function escapeKey(text: string): string {
  return text === "__proto__" ? `\${"__proto__"}` : escapeTemplate(text);
}

/** A map of catalog texts, keys and values escaped. */
export function escapeMap(map: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [escapeKey(key), escapeTemplate(value)]),
  );
}

/** Plain JSON with every string in it escaped, keys included. */
export function escapeDeep(value: unknown): unknown {
  if (typeof value === "string") return escapeTemplate(value);
  if (Array.isArray(value)) return value.map(escapeDeep);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [escapeKey(key), escapeDeep(inner)]));
}
