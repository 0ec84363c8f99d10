const part = String.raw`[\p{L}_][\p{L}\p{N}\p{M}_.\u00b7-]*`;
/** The source of a pattern for a name, with a prefix or without; two colons are none. */
export const name = `${part}(?::${part})?`;

/** What a sticky pattern finds at an offset. */
export function matched(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
