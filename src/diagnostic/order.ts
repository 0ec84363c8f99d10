import type { Diagnostic, Span } from "./diagnostic.js";

/** Compares text by Unicode code points, the order of every list this program prints. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above U+FFFF, so they rank behind every other unit. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** Compares places by file, then line, then column; places without a file come first. */
export function compareSpans(a: Span | null, b: Span | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}

/** The order in which diagnostics are shown: by place, then code, then message. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return compareSpans(a.span, b.span) || compareText(a.code, b.code) || compareText(a.message, b.message);
}
