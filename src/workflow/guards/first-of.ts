const most = 5;

/** The first five, and how many others there are: `A, B, C, D, E and 3 more`. */
export function firstOf(texts: readonly string[], separator = ", "): string {
  const shown = texts.slice(0, most).join(separator);
  return texts.length > most ? `${shown} and ${texts.length - most} more` : shown;
}
