import { type Fault, malformed } from "./fault.js";
import type { Place } from "./places.js";
import type { Open } from "./tree.js";

/** How far the parser came when it found a mistake. Offsets count UTF-16 code units from 0. */
interface Reached {
  readonly text: string;
  /** Behind what it looked at; may be behind the end of the text. */
  readonly position: number;
  /** Behind the last thing that is whole: a tag, the name or an attribute of a tag, a comment. */
  readonly settled: number;
  /** The element that it is in. */
  readonly inside: Open | undefined;
  /** The element that ended last. */
  readonly ended: Open | undefined;
}

/** What the parser says of the character "<", which does not tell what to change. */
const lessThan: ReadonlyMap<string, string> = new Map([
  ["disallowed character.", '"<" in the value of an attribute; as a character it is written &lt;'],
  ["disallowed character in tag name", '"<" begins no tag; as a character it is written &lt;'],
]);
/** Where markup begins, or an "&" that begins no reference: the parser looks for its end in all that follows. */
const notable = /<|&(?!(?:#\d+|#x[\da-fA-F]+|[\w.-]+);)/g;

/** A complaint of the parser, at the place that a person has to look at. */
export function mistake(complaint: string, reached: Reached, place: Place): Fault {
  const { text, settled, inside, ended } = reached;
  const end = Math.min(reached.position, text.length);
  const isAtEnd = /^(?:unclosed tag: |unexpected end\.)/.test(complaint);
  notable.lastIndex = settled;
  const found = notable.exec(text)?.index ?? text.length;
  const isInTag = inside?.isWhole === false;
  if (text[found] === "&" && (isAtEnd || /entity(?: name)?\.$/.test(complaint))) {
    return malformed('a "&" that stands for itself is written &amp;', found, found + 1);
  }
  if (complaint === "unexpected close tag." && ended !== undefined) {
    const start = text.lastIndexOf("<", end - 1);
    const { line } = place(...ended.range);
    return malformed(
      `${text.slice(start, end)} stands where <${ended.tag}> of line ${line} must end`,
      start,
      end,
    );
  }
  const said = lessThan.get(complaint) ?? complaint.replace(/\.$/, "").replace(/^The /, "the ");
  if (isAtEnd && inside !== undefined && found === text.length) return malformed(said, ...inside.range);
  if (isAtEnd)
    return malformed("the file ends before what begins here does", found, Math.min(found + 1, end));
  if (said.startsWith("text data outside")) {
    return malformed(said, settled + Math.max(0, text.slice(settled).search(/[^ \t\r\n]/)), end);
  }
  if (/entity$/.test(said)) return malformed(said, text.lastIndexOf("&", end), end);
  return malformed(said, found < end ? found : isInTag ? inside.range[0] : Math.max(0, end - 1), end);
}
