import { invalid } from "./errors.js";

/** Attributes of a filter, in lower case, to the values they have to equal. */
export type Wanted = ReadonlyMap<string, string>;

const clause = /^\s*([a-z][\w.]*)\s+eq\s+("(?:[^"\\]|\\.)*")\s*/i;

/**
 * Reads a filter: `attribute eq "value"`, several joined by `and`. `combinations` are the attributes, in lower case
 * and sorted, that may stand together. Throws for anything else.
 */
export function readFilter(text: string, combinations: readonly string[]): Wanted {
  const wanted = new Map<string, string>();
  for (let rest = text; ; ) {
    const [whole, attribute = "", quoted = ""] = clause.exec(rest) ?? [];
    if (whole === undefined) throw invalid(`The filter ${text} is not of the form attribute eq "value".`);
    wanted.set(attribute.toLowerCase(), unquoted(quoted, text));
    rest = rest.slice(whole.length);
    if (rest === "") break;
    const joint = /^and\s+/i.exec(rest);
    if (joint === null) throw invalid(`The filter ${text} has more than eq and and.`);
    rest = rest.slice(joint[0].length);
  }
  const names = [...wanted.keys()].sort().join(" ");
  if (combinations.includes(names)) return wanted;
  throw invalid(`Filtering by ${[...wanted.keys()].join(" and ")} is not supported.`);
}

function unquoted(quoted: string, text: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    throw invalid(`The filter ${text} has a value that is not quoted as JSON.`);
  }
}
