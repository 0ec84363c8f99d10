import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildAccess } from "../../../src/access/build.js";
import type { AccessModel } from "../../../src/access/model.js";
import { loadCatalog } from "../../../src/catalog/load.js";
import { type Diagnostic, hasErrors } from "../../../src/diagnostic/diagnostic.js";
import { clock } from "../../doubles/facts.js";
import { inMemory } from "../in-memory.js";
import { catalogsFolder } from "../load-case.js";
import { type Content, content } from "./data.js";
import { filesOf } from "./files.js";
import { edits, lineEdits, mutated } from "./mutate.js";
import { misplaced, unsaid } from "./places.js";
import { contentIn, scalarsIn } from "./read-back.js";
import { type Access, accessLine, expand, hasEmptyType } from "./reference.js";
import type { Choose } from "./write.js";

// IDENTITY_FUZZ_SECONDS is for all properties together. A failure prints the seed and the path to repeat it.
const seconds = Number(process.env["IDENTITY_FUZZ_SECONDS"] ?? (process.env["CI"] === undefined ? 6 : 30));
const properties = 4;
const limits = {
  interruptAfterTimeLimit: (seconds * 1000) / properties,
  markInterruptAsFailure: false,
  numRuns: 10_000_000,
} as const;
const timeout = seconds * 2000 + 60_000;

type Texts = Readonly<Record<string, string>>;

interface Loaded {
  readonly diagnostics: readonly Diagnostic[];
  /** Null when anything is an error, as for every verb. */
  readonly model: AccessModel | null;
}

function load(texts: Texts, file = "f.yaml"): Loaded {
  const { catalog, diagnostics } = loadCatalog(inMemory(texts), file, null);
  const built = catalog === null ? null : buildAccess(catalog, null, clock);
  const all = [...diagnostics, ...(built?.diagnostics ?? [])];
  return { diagnostics: all, model: hasErrors(all) ? null : (built?.model ?? null) };
}

function accessOf({ grants }: AccessModel): Access {
  const kinds = { GROUP: "groups", USER: "users" } as const;
  return grants
    .map((g) => accessLine(g.accountId, kinds[g.principalType], g.principalName, g.permissionSet))
    .sort();
}

const choices = fc.infiniteStream(fc.nat());

function chooser(stream: Iterable<number>): Choose {
  const numbers = stream[Symbol.iterator]();
  return (n) => (numbers.next().value as number) % n;
}

const valid: fc.Arbitrary<Content> = content.filter((c) => !hasEmptyType(c));

describe("a generated catalog", () => {
  it(
    "grants what the reference expansion says, in every style, order and split",
    () => {
      let runs = 0;
      const property = fc.property(valid, choices, choices, (catalog, one, other) => {
        runs++;
        for (const stream of [one, other]) {
          const texts = filesOf(catalog, chooser(stream));
          const { model, diagnostics } = load(texts);
          expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
          expect(model === null ? null : accessOf(model)).toEqual(expand(catalog));
          expect(misplaced(texts, diagnostics)).toEqual([]);
          expect(unsaid(texts, model?.grants ?? [])).toEqual([]);
        }
      });
      fc.assert(property, limits);
      expect(runs).toBeGreaterThan(0);
    },
    timeout,
  );

  it(
    "with lines deleted, doubled or moved grants what any YAML program reads in it, or is refused",
    () => {
      let accepted = 0;
      const property = fc.property(valid, choices, lineEdits, (catalog, stream, changes) => {
        const texts = { "f.yaml": mutated(filesOf(catalog, oneFile(stream))["f.yaml"] ?? "", changes) };
        const { model } = load(texts);
        if (model === null) return;
        accepted++;
        const read = contentIn(texts["f.yaml"] ?? "");
        expect(accessOf(model)).toEqual(expand(read));
      });
      fc.assert(property, limits);
      expect(accepted).toBeGreaterThan(0);
    },
    timeout,
  );
});

/** One file, then any style. */
function oneFile(stream: Iterable<number>): Choose {
  const choose = chooser(stream);
  let isFirst = true;
  return (n) => {
    if (!isFirst) return choose(n);
    isFirst = false;
    return 0;
  };
}

const fixtures = ["valid", "invalid"].flatMap((kind) =>
  readdirSync(join(catalogsFolder, kind)).map((name) => textsIn(join(catalogsFolder, kind, name))),
);
const shipped = textsIn(join(catalogsFolder, "../../../catalog"), "catalog/");

/** The YAML files of a folder, but none that a test could not show. */
function textsIn(folder: string, prefix = ""): Texts {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".yaml"));
  return Object.fromEntries(files.map((f) => [`${prefix}${f}`, readFileSync(join(folder, f), "utf8")]));
}

const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const starts = fc.oneof(fc.constantFrom(...fixtures), fc.constant(shipped)).filter((t) => mainOf(t) !== null);

function mainOf(texts: Texts): string | null {
  return ["catalog/aws-sso.yaml", "aws-sso.yaml"].find((f) => f in texts) ?? null;
}

describe("a changed catalog", () => {
  it(
    "is read without an exception, within a second, and shows every place; its grants are said where it says",
    () => {
      let accepted = 0;
      const property = fc.property(starts, share, edits, (texts, which, changes) => {
        const names = Object.keys(texts);
        const changed = names[Math.floor(which * names.length)] ?? "";
        const after = { ...texts, [changed]: mutated(texts[changed] ?? "", changes) };
        const before = process.cpuUsage();
        const { model, diagnostics } = load(after, mainOf(texts) ?? "");
        // Twice the time of a quiet machine.
        expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
        expect(misplaced(after, diagnostics)).toEqual([]);
        expect(unsaid(after, model?.grants ?? [])).toEqual([]);
        if (model !== null) accepted++;
      });
      fc.assert(property, limits);
      expect(accepted).toBeGreaterThan(0);
    },
    timeout,
  );

  it(
    "gives nobody anything by a name that no file has",
    () => {
      const property = fc.property(starts, edits, (texts, changes) => {
        const main = mainOf(texts) ?? "";
        const after = { ...texts, [main]: mutated(texts[main] ?? "", changes) };
        const { model } = load(after, main);
        if (model === null) return;
        const written = new Set(Object.values(after).flatMap(scalarsIn));
        const invented = model.grants.filter(
          (g) =>
            !written.has(g.accountId) ||
            !written.has(g.principalName) ||
            ![...written].some((w) => g.permissionSet === w || g.permissionSet.startsWith(`${w}-`)),
        );
        expect(invented).toEqual([]);
      });
      fc.assert(property, limits);
    },
    timeout,
  );
});
