/** A Terraform expression that reads one attribute, as a string for the JSON syntax: `${type.id.attribute}`. */
export function reference(type: string, logicalId: string, attribute: string): string {
  return `\${${type}.${logicalId}.${attribute}}`;
}

/** The object without its null values, for settings that are left out rather than sent empty. */
export function withoutNulls<T extends Readonly<Record<string, unknown>>>(
  object: T,
): { -readonly [K in keyof T]?: Exclude<T[K], null> } {
  const kept = Object.entries(object).filter(([, value]) => value !== null);
  return Object.fromEntries(kept) as { -readonly [K in keyof T]?: Exclude<T[K], null> };
}
