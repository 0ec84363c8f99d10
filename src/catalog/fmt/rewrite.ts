/** A part of the text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Puts other parts in the place of a range: new text, or parts of the old one. Rewrites may be nested. */
export interface Rewrite extends Range {
  readonly parts: readonly (string | Range)[];
}

/** Applies rewrites to a text; what is inside a part that moves is rewritten as well. */
export function rewrite(text: string, rewrites: readonly Rewrite[]): string {
  const sorted = rewrites.toSorted((a, b) => a.start - b.start || b.end - a.end);

  /** The text of a range, applying rewrites from number `next` on. */
  function render({ start, end }: Range, next: number): string {
    let out = "";
    let at = start;
    for (let i = next; i < sorted.length; i++) {
      const r = sorted[i];
      if (r === undefined || r.start >= end) break;
      if (r.start < at || r.end > end) continue;
      out += text.slice(at, r.start);
      for (const part of r.parts)
        out += typeof part === "string" ? part : render(part, from(part.start, i + 1));
      at = r.end;
    }
    return out + text.slice(at, end);
  }

  /** The first rewrite at or behind an offset, not before number `low`. */
  function from(offset: number, low: number): number {
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return render({ start: 0, end: text.length }, 0);
}
