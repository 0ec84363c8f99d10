import type { Section } from "./section.js";

/**
 * The sections in their order, in at most `most` bytes of UTF-8; what is left out is counted in place, with where
 * all of it is (`where`). There has to be room for those counts, 150 bytes a section.
 */
export function fitted(sections: readonly Section[], most: number, where: string): string {
  const shown = new Map<Section, string>();
  let left = sections.reduce((bytes, section) => bytes - size(longestNote(section, where)), most);
  for (const section of [...sections].sort((a, b) => a.rank - b.rank)) {
    left += size(longestNote(section, where));
    const text = fittedSection(section, left, where);
    left -= size(text);
    shown.set(section, text);
  }
  return sections.map((section) => shown.get(section) ?? "").join("");
}

function fittedSection(section: Section, most: number, where: string): string {
  const { before, entries, after } = section;
  const whole = `${before}${entries.map(({ text }) => text).join("")}${after}`;
  if (size(whole) <= most) return whole;
  let left = most - size(before) - size(after) - size(longestNote(section, where));
  let lost = 0;
  const kept: string[] = [];
  for (const { text, count } of entries) {
    const bytes = size(text);
    if (bytes <= left) {
      left -= bytes;
      kept.push(text);
    } else lost += count;
  }
  const shown = kept.length === 0 ? "" : `${before}${kept.join("")}${after}`;
  return `${shown}${note(section, lost, kept.length > 0, where)}`;
}

function longestNote(section: Section, where: string): string {
  return note(
    section,
    section.entries.reduce((sum, { count }) => sum + count, 0),
    true,
    where,
  );
}

/** `… 1,204 more grants added are left out: …` */
function note({ what: [one, many] }: Section, lost: number, areMore: boolean, where: string): string {
  const what = `${areMore ? "more " : ""}${lost === 1 ? `${one} is` : `${many} are`}`;
  return `… ${lost.toLocaleString("en-US")} ${what} left out: see ${where}\n\n`;
}

/** GitHub counts characters, others bytes; there are never fewer bytes. */
function size(text: string): number {
  return new TextEncoder().encode(text).length;
}
