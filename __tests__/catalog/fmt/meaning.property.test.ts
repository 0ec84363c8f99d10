import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { formatCatalog } from "../../../src/catalog/fmt/format.js";
import { loadCatalog } from "../../../src/catalog/load.js";
import type { CatalogFiles } from "../../../src/catalog/read/files.js";
import { toData } from "../../../src/catalog/yaml/node.js";
import { filesOfCatalog } from "../../../src/cli/catalog-files.js";
import { nodeFiles } from "../../../src/cli/node-files.js";
import { compareText } from "../../../src/diagnostic/order.js";
import { inMemory } from "../in-memory.js";
import { casesIn, catalogsFolder } from "../load-case.js";
import { writtenText } from "./arbitrary-text.js";
import { canonical } from "./canonical.js";

/** The formatted text, or the text itself when it has mistakes; formatting it again must change nothing. */
function formatted(text: string, components: Iterable<string> = []): string {
  const once = formatCatalog(text, "f.yaml", components);
  if (!once.ok) return text;
  expect(formatCatalog(once.text, "f.yaml", components)).toEqual(once);
  return once.text;
}

function meaningOf(files: CatalogFiles, file: string): unknown {
  const { written } = loadCatalog(files, file, null);
  return written === null ? null : canonical(toData(written.vars));
}

const cases = (["valid", "invalid"] as const).flatMap((kind) =>
  casesIn(kind).map((name) => join(kind, name)),
);

describe("every fixture", () => {
  it.each(cases)("%s means the same", (name) => {
    const folder = join(catalogsFolder, name);
    const files = nodeFiles(folder);
    const file = existsSync(join(folder, "catalog")) ? "catalog/aws-sso.yaml" : "aws-sso.yaml";
    const { components } = filesOfCatalog(files, file);
    const read: CatalogFiles["read"] = (path, limits) => {
      const found = files.read(path, limits);
      return found.text === null ? found : { text: formatted(found.text, components) };
    };
    expect(meaningOf({ ...files, read }, file)).toEqual(meaningOf(files, file));
  });
});

describe("a catalog in any style", () => {
  it("says the same, sorted, and every comment stands where it stood", () => {
    fc.assert(
      fc.property(writtenText, ({ text, types }) => {
        const after = formatted(text);
        const read = parse(after).components.terraform["aws-sso"].vars.account_types;
        expect(Object.keys(read)).toEqual(Object.keys(types));
        for (const [type, { accounts, exclude }] of Object.entries(types)) {
          expect(Object.keys(read[type])).toEqual(["accounts", "exclude"]);
          expect(read[type].exclude.toSorted()).toEqual(exclude.toSorted());
          const withoutZeros = (items: readonly unknown[]) =>
            items.map((i) => String(i).replace(/^0+/, "")).sort();
          expect(withoutZeros(read[type].accounts)).toEqual(withoutZeros(accounts));
          if (!/\n\s*\n/.test(after)) expect(read[type].exclude).toEqual(exclude.toSorted(compareText));
        }
        expect(remarks(after)).toEqual(remarks(text));
      }),
      { seed: 20261124, numRuns: 500 },
    );
  });
});

/** Every comment with what it is about: what stands before it on its line, else the next line. */
function remarks(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim().replace(/^- /, "").replace(/["',]/g, ""));
  return lines
    .flatMap((line, i) => {
      const [, before = "", remark = ""] = /^(.*?)(#.*)$/.exec(line) ?? [];
      const about = before.trim() === "" ? (lines[i + 1] ?? "").replace(/#.*/, "").trim() : before.trim();
      return remark === "" ? [] : [`${remark}: ${about}`];
    })
    .sort();
}

describe("a catalog with mistakes", () => {
  const folder = join(catalogsFolder, "valid");
  const texts = ["cloud-posse/catalog", "permission-sets", "merge-keys", "one-grant-many-places"].map(
    (name) => {
      const { text } = nodeFiles(join(folder, name)).read("aws-sso.yaml");
      if (text === null) throw new Error(name);
      return text;
    },
  );
  const noise = fc.constantFrom(
    ...[
      "\t",
      "\r\n",
      "\n",
      "\n\n",
      ": ",
      "- ",
      "*a",
      "&a ",
      "<<: *a",
      "!x ",
      '"',
      "'",
      "|\n",
      "|+\n",
      ">-\n",
    ],
    ...[
      " # c\n",
      "\n# c\n",
      "\n      # c\n",
      "{",
      "}",
      "[",
      "]",
      ",",
      "? ",
      "---\n",
      "...\n",
      "\u0000",
      "\uFEFF",
    ],
    ...["😀", "null", "012345678901", "yes", "\\", "\\ \n", "  ", "    "],
  );
  const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), noise);
  const mutated = fc
    .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 5 }))
    .map(([text, changes]) =>
      changes.reduce((t, [where, removed, added]) => {
        const at = Math.floor(where * t.length);
        return t.slice(0, at) + added + t.slice(at + removed);
      }, text),
    );

  it("is refused, or means the same", () => {
    let changed = 0;
    fc.assert(
      fc.property(mutated, (text) => {
        const after = formatted(text);
        if (after !== text) changed++;
        const files = (t: string) => inMemory({ "aws-sso.yaml": t });
        expect(meaningOf(files(after), "aws-sso.yaml")).toEqual(meaningOf(files(text), "aws-sso.yaml"));
      }),
      { seed: 20261124, numRuns: 400 },
    );
    expect(changed).toBeGreaterThan(50);
  });
});
