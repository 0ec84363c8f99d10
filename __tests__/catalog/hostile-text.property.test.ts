import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildAccess } from "../../src/access/build.js";
import { loadCatalog } from "../../src/catalog/load.js";
import { codeFrame } from "../../src/diagnostic/frame.js";
import { clock } from "../doubles/facts.js";
import { inMemory } from "./in-memory.js";
import { catalogsFolder } from "./load-case.js";

const texts = ["valid", "invalid"].flatMap((kind) =>
  readdirSync(join(catalogsFolder, kind), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => readFileSync(join(catalogsFolder, kind, file), "utf8")),
);

const noise = fc.constantFrom(
  ...[
    "\t",
    "\r",
    "\r\n",
    "\n",
    ":",
    ": ",
    "- ",
    "*a",
    "&a ",
    "<<: *a",
    "!x ",
    "!!binary ",
    '"',
    "'",
    "|",
    ">",
    "#",
  ],
  ...[
    "{",
    "}",
    "[",
    "]",
    ",",
    "?",
    "@",
    "`",
    "%",
    "---\n",
    "...\n",
    "\u0000",
    "\uFEFF",
    "\u2028",
    "😀",
    "\ud800",
  ],
  ...["null", "~", "0x", "1e99", "__proto__: ", "{{", "<<: [", "\\", "    ", "012"],
);
/** Where, as a share of the text; how much is removed; what is put there. */
const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 30 }), noise);
const characters = fc
  .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 6 }))
  .map(([text, changes]) =>
    changes.reduce((t, [where, removed, added]) => {
      const at = Math.floor(where * t.length);
      return t.slice(0, at) + added + t.slice(at + removed);
    }, text),
  );

/** Lines that are dropped, doubled or get another value: most of these are still YAML. */
const value = fc.constantFrom(
  "",
  "~",
  "5",
  "[]",
  "{}",
  "[5]",
  "{ a: b }",
  "x",
  '""',
  "true",
  "!env X",
  "*none",
  "012",
);
const edit = fc.tuple(
  fc.double({ min: 0, max: 0.999, noNaN: true }),
  fc.constantFrom("drop", "double", "set"),
  value,
);
const lines = fc
  .tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 }))
  .map(([text, edits]) => {
    const all = text.split("\n");
    for (const [where, what, to] of edits) {
      const at = Math.floor(where * all.length);
      const line = all[at] ?? "";
      if (what === "drop") all.splice(at, 1);
      else if (what === "double") all.splice(at, 0, line);
      else all[at] = line.replace(/: .+/, `: ${to}`);
    }
    return all.join("\n");
  });
const mutated = fc.oneof(characters, lines, lines, lines);

let understood = 0;

/** Loads a text and says what is wrong with the places of its diagnostics. */
function misplaced(text: string): readonly string[] {
  const { catalog, diagnostics } = loadCatalog(inMemory({ "f.yaml": text }), "f.yaml", null);
  if (catalog !== null) understood++;
  const built = catalog === null ? [] : buildAccess(catalog, null, clock).diagnostics;
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  return [...diagnostics, ...built].flatMap(({ span, message, code }) => {
    if (span === null) return [];
    const { line, column, endLine, endColumn } = span;
    const isInside = (l: number, c: number): boolean =>
      l >= 1 && c >= 1 && l <= lines.length && c <= (lines[l - 1] ?? "").length + 1;
    const isOrdered = endLine > line || (endLine === line && endColumn >= column);
    const isPlaced = isInside(line, column) && isInside(endLine, endColumn) && isOrdered;
    const good = isPlaced && span.file === "f.yaml" && message !== "" && codeFrame(text, span) !== "";
    return good ? [] : [`${code} ${message} ${JSON.stringify(span)}`];
  });
}

describe("any text", () => {
  it("is loaded without an exception, in time, with places inside the file", () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const start = performance.now();
        expect(misplaced(text)).toEqual([]);
        expect(performance.now() - start).toBeLessThan(3000);
      }),
      { seed: 20261124, numRuns: 300 },
    );
    // Most mutations are syntax errors; enough have to get past the parser.
    expect(understood).toBeGreaterThan(30);
  });

  it.each([
    ["nothing", ""],
    ["a line break", "\n"],
    ["a byte order mark", "\uFEFF"],
    ["old line breaks", "a: 1\rb: @\r"],
    ["an open quote", 'a: "'],
    ["an open map", "a: {"],
    ["half a document", "---"],
    ["nested lists", "[".repeat(5000)],
    ["nested and closed lists", `a: ${"[".repeat(5000)}${"]".repeat(5000)}`],
    ["nested maps", Array.from({ length: 2000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")],
    ["an alias to itself", "a: &a [*a]"],
    ["merging itself", "a: &a\n  <<: *a\n"],
  ])("%s", (_name, text) => {
    expect(misplaced(text)).toEqual([]);
  });
});
