const most = 3;

/** `a`, `a and b`, `a, b, c and 4 more` */
export function listed(names: readonly string[]): string {
  if (names.length > most + 1) return `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
