const cache = new Map<string, RegExp>();

/** The models' patterns have no anchors of their own, yet AWS matches them against the whole value. */
export function compiled(pattern: string): RegExp {
  const known = cache.get(pattern);
  if (known !== undefined) return known;
  const expression = new RegExp(`^(?:${pattern})$`, "u");
  cache.set(pattern, expression);
  return expression;
}
