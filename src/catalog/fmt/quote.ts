import type { CST } from "yaml";
import { linesOf } from "./lines.js";
import { type Places, placeIn } from "./places.js";
import type { Rewrite } from "./rewrite.js";
import { visitItems } from "./tree.js";

/** What YAML 1.1 reads as true, false, null, a number, a date or its own mark, though it looks like a name. */
const misread: readonly RegExp[] = [
  /^(y|n|yes|no|on|off|true|false|null)$/i,
  /^(~|=)$/,
  /^[-+]?(0b[01_]+|0o[0-7]+|0x[0-9a-f_]+)$/i,
  /^[-+]?(\.[0-9]|[0-9])[0-9_]*(\.[0-9_]*)?(e[-+]?[0-9]+)?$/i,
  /^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$/,
  /^[-+]?\.(inf|nan)$/i,
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$/,
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}/,
];

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
  return misread.some((pattern) => pattern.test(plain));
}
