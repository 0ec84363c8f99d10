import { coversAll } from "../../diagnostic/wildcards.js";

/** A pattern over paths: which files it matches, and which folders can hold such files. */
export interface PathPattern {
  /** True when the pattern covers the whole path. */
  matches(path: string): boolean;
  /** True when a file somewhere below the folder could match. */
  enters(folder: string): boolean;
}

/** Alternatives that braces may multiply to. */
const maxAlternatives = 1000;

/** True when the text has a character that patterns give a meaning. */
export function isPattern(text: string): boolean {
  return /[*?[\]{}]|[!+@]\(/.test(text);
}

/**
 * Reads an import pattern as Atmos does: `*` and `?` within a name, `**` over folders, `[a-z]`, `[^a-z]` and
 * `{one,two}`. A wildcard does not match a leading dot. Matching takes time of at most the product
 * of both lengths. A string says what is wrong with the pattern.
 */
export function pathPattern(text: string): PathPattern | string {
  if (/[!+@*?]\(/.test(text)) return "groups in parentheses are not supported";
  const alternatives = expandBraces(text);
  if (typeof alternatives === "string") return alternatives;
  const paths = alternatives.map((a) => a.split("/"));
  const problem = paths
    .flat()
    .map(bracketProblem)
    .find((p) => p !== null);
  if (problem !== undefined) return problem;
  const patterns = paths.map((p) => p.map(readSegment));
  return {
    matches: (path) => patterns.some((p) => matchesPath(p, path.split("/"), false)),
    enters: (folder) => patterns.some((p) => matchesPath(p, folder.split("/"), true)),
  };
}

/** Tests one character; "many" is any run of them. */
type Part = "many" | ((character: string) => boolean);
interface NameSegment {
  readonly parts: readonly Part[];
  /** Begins with a dot itself. */
  readonly dotted: boolean;
}
type Segment = "folders" | NameSegment;

function expandBraces(text: string): readonly string[] | string {
  let done: string[] = [""];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("{", at);
    const plain = text.slice(at, open < 0 ? undefined : open);
    if (plain.includes("}")) return "a } has no {";
    done = done.map((d) => d + plain);
    if (open < 0) return done;
    const close = text.indexOf("}", open);
    const inside = text.slice(open + 1, close < 0 ? undefined : close);
    if (close < 0) return "a { has no }";
    if (inside.includes("{")) return "braces inside braces are not supported";
    const choices = inside.split(",");
    if (done.length * choices.length > maxAlternatives) {
      return `its braces stand for more than ${maxAlternatives} paths`;
    }
    done = done.flatMap((d) => choices.map((c) => d + c));
    at = close + 1;
  }
  return done;
}

function bracketProblem(segment: string): string | null {
  const outside = segment.replace(/\[.[^\]]*\]/gsu, "");
  if (outside.includes("[")) return "a [ has no ]";
  return outside.includes("]") ? "a ] has no [" : null;
}

function readSegment(text: string): Segment {
  if (text === "**") return "folders";
  const tokens = text.match(/\[.[^\]]*\]|./gsu) ?? [];
  return { parts: tokens.map(readPart), dotted: text.startsWith(".") };
}

function readPart(token: string): Part {
  if (token === "*") return "many";
  if (token === "?") return () => true;
  return token.length > 1 && token.startsWith("[")
    ? characterClass([...token.slice(1, -1)])
    : (other) => other === token;
}

function characterClass(inside: readonly string[]): (character: string) => boolean {
  const negated = inside.length > 1 && (inside[0] === "^" || inside[0] === "!");
  const ranges: (readonly [string, string])[] = [];
  for (let i = negated ? 1 : 0; i < inside.length; i++) {
    const from = inside[i] as string;
    const to = inside[i + 1] === "-" ? inside[i + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) i += 2;
  }
  const code = (c: string): number => c.codePointAt(0) ?? 0;
  return (c) => ranges.some(([from, to]) => code(from) <= code(c) && code(c) <= code(to)) !== negated;
}

/**
 * The positions in the pattern that can be next, moved over the names one by one: no way is tried twice.
 * `asFolder`: it is enough that more names could follow.
 */
function matchesPath(pattern: readonly Segment[], names: readonly string[], asFolder: boolean): boolean {
  let positions = new Set(withSkips(pattern, 0));
  for (const name of names) {
    const next = new Set<number>();
    for (const p of positions) {
      const segment = pattern[p];
      if (segment === undefined) continue;
      if (segment === "folders") {
        if (!name.startsWith(".")) for (const q of withSkips(pattern, p)) next.add(q);
      } else if (matchesName(segment, name)) for (const q of withSkips(pattern, p + 1)) next.add(q);
    }
    positions = next;
  }
  return asFolder ? [...positions].some((p) => p < pattern.length) : positions.has(pattern.length);
}

/** `**` also stands for no folder at all. */
function withSkips(pattern: readonly Segment[], from: number): readonly number[] {
  const reached = [from];
  for (let p = from; pattern[p] === "folders"; p++) reached.push(p + 1);
  return reached;
}

function matchesName({ parts, dotted }: Exclude<Segment, "folders">, name: string): boolean {
  if (name.startsWith(".") && !dotted) return false;
  return coversAll(parts, [...name], isMany, (part, character) => part !== "many" && part(character));
}

function isMany(part: Part): boolean {
  return part === "many";
}
