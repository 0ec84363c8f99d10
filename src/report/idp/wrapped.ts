import type { Paint } from "../paint.js";

/** Columns of text for people. Values and commands are longer when they have to be. */
const columns = 100;

/**
 * A text in lines, the first after `first`, the others under it. What is between backticks is typed or read
 * literally: it is coloured, and never broken.
 */
export function wrapped(text: string, first: string, paint: Paint): string {
  const indent = " ".repeat(first.length);
  const lines: string[] = [];
  let line = first;
  for (const word of text.match(/(?:`[^`]*`|[^\s`])+/g) ?? []) {
    const gap = line.length > indent.length ? " " : "";
    if (gap !== "" && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = `${line}${gap}${word}`;
  }
  return [...lines, line].map((each) => `${coded(each, paint)}\n`).join("");
}

function coded(text: string, paint: Paint): string {
  return text.replace(/`[^`]*`/g, (code) => paint("cyan", code));
}
