import type { CST } from "yaml";
import { otherReading } from "../yaml/other-reading.js";
import { linesOf } from "./lines.js";
import { type Places, placeIn } from "./places.js";
import type { Rewrite } from "./rewrite.js";
import { visitItems } from "./tree.js";

/** Old readers took these for more than text, though few do today. */
const seldomMisread = /^[yn=]$/i;

/** Puts account ids, and names that other tools would not read as text, in double quotes. */
export function quotes(text: string, root: CST.Token, places: Places): readonly Rewrite[] {
  const lines = linesOf(text);
  const found: Rewrite[] = [];
  const quote = (token: CST.FlowScalar, plain: string): void => {
    found.push({ start: token.offset, end: token.offset + token.source.length, parts: [`"${plain}"`] });
  };
  visitItems(root, (collection, { start, key, sep, value }) => {
    // A tag says how to read a value, with or without quotes.
    if ([...start, ...(sep ?? [])].some((t) => t.type === "tag")) return;
    if (
      key?.type === "scalar" &&
      places.keys.has(placeIn(lines, collection.offset)) &&
      isMisread(key.source)
    ) {
      quote(key, key.source);
    }
    if (value?.type !== "scalar" && value?.type !== "single-quoted-scalar") return;
    const place = placeIn(lines, value.offset);
    const plain = value.type === "scalar" ? value.source : value.source.slice(1, -1);
    const isText = value.type === "scalar" && places.texts.has(place) && isMisread(plain);
    if (places.ids.has(place) || isText) quote(value, plain);
  });
  return found;
}

function isMisread(plain: string): boolean {
  return plain !== "" && (seldomMisread.test(plain) || otherReading(plain.toLowerCase()) !== null);
}
