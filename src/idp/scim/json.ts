/** A JSON object of unknown content. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The object a text is; null when it is no JSON or another value. */
export function readObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
