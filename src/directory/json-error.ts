type Expected = "value" | "value or ]" | "key or }" | "key" | "colon" | "comma or end" | "end";

const space = /[ \t\n\r]*/y;
const token =
  /[{}[\],:]|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Where a text stops being JSON, as an offset in UTF-16 code units, or null when it is JSON throughout.
 * `JSON.parse` says it in its message on some engines for some mistakes only.
 */
export function jsonErrorOffset(text: string): number | null {
  const open: ("{" | "[")[] = [];
  let expected: Expected = "value";
  let at = skip(text, 0);
  while (at < text.length) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) return at;
    const next = step(expected, found[0], found[1] !== undefined, open);
    if (next === null) return at;
    expected = next;
    at = skip(text, token.lastIndex);
  }
  return expected === "end" ? null : text.length;
}

function skip(text: string, from: number): number {
  space.lastIndex = from;
  space.exec(text);
  return space.lastIndex;
}

function step(expected: Expected, found: string, isText: boolean, open: ("{" | "[")[]): Expected | null {
  const after = (): Expected => (open.length === 0 ? "end" : "comma or end");
  const inside = open.at(-1);
  if (expected === "end") return null;
  if (expected === "colon") return found === ":" ? "value" : null;
  if (expected === "comma or end" && found === ",") return inside === "{" ? "key" : "value";
  const mayClose = expected === "comma or end" || expected === (found === "}" ? "key or }" : "value or ]");
  if (found === "}" || found === "]") {
    if (!mayClose || inside !== (found === "}" ? "{" : "[")) return null;
    open.pop();
    return after();
  }
  if (expected === "key" || expected === "key or }") return isText ? "colon" : null;
  if (expected === "comma or end" || found === "," || found === ":") return null;
  if (found !== "{" && found !== "[") return after();
  open.push(found);
  return found === "{" ? "key or }" : "value or ]";
}
