/** A parsed JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The object itself, or null when it is anything else. */
export function asObject(value: unknown): JsonObject | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** The objects of a list; empty when there is no list. */
export function asObjects(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.map(asObject).filter((item) => item !== null) : [];
}

/** The text, or null when it is anything else. */
export function asText(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** The parsed text when it is a JSON object, else null. */
export function parseObject(text: string): JsonObject | null {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return null;
  }
}
