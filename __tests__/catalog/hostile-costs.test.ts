import { describe, expect, it } from "vitest";
import { buildAccess } from "../../src/access/build.js";
import { loadCatalog } from "../../src/catalog/load.js";
import { pathPattern } from "../../src/catalog/read/path-pattern.js";
import { codeFrame } from "../../src/diagnostic/frame.js";
import { clock } from "../doubles/facts.js";
import { inMemory } from "./in-memory.js";

const head = `components:
  terraform:
    aws-sso:
      vars:
        region: us-east-1
        account_map: { full_account_map: { plat-dev: "333333333333" } }
`;
const many = (n: number, line: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => line(i)).join("");

/** The codes of a catalog in several files, and the milliseconds of work it took. */
function load(files: Readonly<Record<string, string>>) {
  const before = process.cpuUsage();
  const { catalog, diagnostics } = loadCatalog(inMemory(files), "f.yaml", null);
  const built = catalog === null ? null : buildAccess(catalog, null, clock);
  const { user, system } = process.cpuUsage(before);
  const all = [...diagnostics, ...(built?.diagnostics ?? [])];
  return {
    all,
    codes: [...new Set(all.map((d) => d.code))],
    grants: built?.model?.grants,
    ms: (user + system) / 1000,
  };
}

// On a quiet machine none takes half of it; other tests run on the same processor.
const most = 8000;

const inherits = (i: number, bases: string): string => `    b${i}: { metadata: { inherits: [${bases}] } }\n`;
const last = (i: number): string =>
  `    b${i}: { vars: { region: us-east-1 } }\n    aws-sso: { metadata: { inherits: [b0] } }\n`;
const components = "components:\n  terraform:\n";

const cases: readonly (readonly [name: string, text: string, codes: readonly string[]])[] = [
  ["a list in a list, 100,000 times", `${head}x: ${"[".repeat(1e5)}${"]".repeat(1e5)}\n`, ["IDC116"]],
  ["open brackets", "[".repeat(1e5), ["IDC116"]],
  ["open maps", "{a: ".repeat(1e5), ["IDC116"]],
  ["block lists in each other", "- ".repeat(1e5), ["IDC116"]],
  ["explicit keys in each other", "? ".repeat(1e5), ["IDC116"]],
  ["block maps in each other", many(3000, (i) => `${" ".repeat(i)}a:\n`), ["IDC116"]],
  ["colons", ": ".repeat(1e5), ["IDC116"]],
  [
    "aliases that double 40 times",
    `a0: &a0 [x, x]\n${many(40, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`)}${head}`,
    ["IDC116"],
  ],
  [
    "merges of a large map into many",
    `d: &d {${many(5000, (i) => `k${i}: v, `)}}\nx:\n${many(5000, (i) => `  m${i}: { <<: *d }\n`)}${head}`,
    ["IDC116"],
  ],
  [
    "one map merged 100,000 times",
    `d: &d {${many(5000, (i) => `k${i}: v, `)}}\nx: { <<: [${"*d, ".repeat(1e5)}] }\n${head}`,
    ["IDC116"],
  ],
  [
    "aliases that nest 20,000 times",
    `x:\n  - &a0 [1]\n${many(20_000, (i) => `  - &a${i + 1} [*a${i}]\n`)}`,
    ["IDC116"],
  ],
  ["a million short lines", `${head}x:\n${"  - a\n".repeat(1e6)}`, ["IDC116"]],
  ["200,000 blank lines", `${head}${"\n".repeat(2e5)}`, []],
  ["100,000 keys", `${head}x:\n${many(1e5, (i) => `  k${i}: v\n`)}`, []],
  ["100,000 duplicate keys", `${head}x:\n${"  k: v\n".repeat(1e5)}`, ["IDC104"]],
  ["100,000 syntax errors", "a: @b\n".repeat(1e5), ["IDC101"]],
  ["100,000 quotes that do not match", many(1e5, (i) => `a${i}: "x\n`), ["IDC101"]],
  ["100,000 documents", "---\na: 1\n".repeat(1e5), ["IDC101"]],
  ["a line of a megabyte", `${head}        acount: "${"x".repeat(1e6)}"\n`, ["IDC210"]],
  ["a key of a megabyte", `${"k".repeat(1e6)}: 1\n`, ["IDC101"]],
  ["a megabyte of control characters", "\0".repeat(1e6), ["IDC115"]],
  ["a megabyte of carriage returns", "\r".repeat(1e6), ["IDC115"]],
  ["a megabyte of tabs", "\t".repeat(1e6), ["IDC208"]],
  [
    "names of half a megabyte that are alike",
    `${head}        permission_sets: { ? ${"R".repeat(5e5)} : {} }
        account_assignments: { plat-dev: { groups: { G: { permission_sets: [${"R".repeat(5e5)}S] } } } }\n`,
    ["IDC302", "IDC315"],
  ],
  [
    "bases that double 60 times",
    `${components}${many(60, (i) => inherits(i, `b${i + 1}, b${i + 1}`))}${last(60)}`,
    ["IDC316"],
  ],
  [
    "bases in a row of 20,000",
    `${components}${many(20_000, (i) => inherits(i, `b${i + 1}`))}${last(20_000)}`,
    ["IDC208"],
  ],
];

describe("a hostile text", () => {
  it.each(cases)("%s", (_name, text, codes) => {
    const loaded = load({ "f.yaml": text });
    expect(loaded.codes.toSorted()).toEqual(codes);
    expect(loaded.ms).toBeLessThan(most);
  });

  it("has short code frames, also of a line of a megabyte", () => {
    const text = `${"x".repeat(1e6)}\t\u001b[31m\n`.repeat(3);
    const before = process.cpuUsage();
    for (let i = 0; i < 3000; i++) {
      const span = { file: "f", line: (i % 3) + 1, column: i * 300 + 1, endLine: 3, endColumn: 1e6 };
      expect(codeFrame(text, span).length).toBeLessThan(300);
    }
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  });
});

describe("hostile imports", () => {
  it("nest a hundred deep at most", () => {
    const files = Object.fromEntries(
      Array.from({ length: 5000 }, (_, i) => [`l${i}.yaml`, `import: [l${i + 1}]\n`]),
    );
    expect(load({ ...files, "f.yaml": `import: [l0]\n${head}` }).codes).toEqual(["IDC116"]);
  });

  it("are bounded together: tokens, aliases, repetitions", () => {
    const lines = `x${"{i}"}:\n${"  - a\n".repeat(60_000)}`;
    const texts = (text: string) => Object.fromEntries([0, 1, 2, 3].map((i) => [`t${i}.yaml`, text]));
    const importAll = `import: ["t*"]\n${head}`;
    expect(load({ ...texts(lines), "f.yaml": importAll }).codes).toEqual(["IDC116"]);
    const aliases = `d: &d [${"v, ".repeat(500)}]\nx: [${"*d, ".repeat(400)}]\n`;
    expect(load({ ...texts(aliases), "f.yaml": importAll }).codes).toEqual(["IDC116"]);
    const once = load({ "t.yaml": aliases, "f.yaml": `import: [${"t, ".repeat(10_000)}]\n${head}` });
    expect(once.codes).toEqual([]);
    expect(once.ms).toBeLessThan(most);
    const many = load({ "t.yaml": aliases, "f.yaml": `import: [${"t, ".repeat(30_000)}]\n${head}` });
    expect(many.codes).toEqual(["IDC116"]);
  });

  it("that all import one large file cost by their number", () => {
    const large = Array.from({ length: 20_000 }, (_, i) => `k${i}: v\n`).join("");
    const users = Object.fromEntries(
      Array.from({ length: 3000 }, (_, i) => [`u/${i}.yaml`, "import: [large]\n"]),
    );
    const loaded = load({ ...users, "large.yaml": large, "f.yaml": `import: ["u/*"]\n${head}` });
    expect(loaded.codes).toEqual(["IDC116"]);
    expect(loaded.ms).toBeLessThan(most);
  });

  it("leave what they merge as it is read, in every order of repetition", () => {
    const file = (set: string): string =>
      `components: { terraform: { aws-sso: { vars: { account_assignments: { plat-dev: { groups: { G: { permission_sets: [${set}] } } } } } } } }\n`;
    const files = { "a.yaml": file("ReadOnlyAccess"), "b.yaml": file("PowerUserAccess") };
    const setsOf = (imports: string) =>
      load({ ...files, "f.yaml": `import: [${imports}]\n${head}` }).grants?.map((g) => g.permissionSet);
    expect(setsOf("a, b, a")).toEqual(["ReadOnlyAccess"]);
    expect(setsOf("a, b, a, b")).toEqual(["PowerUserAccess"]);
  });
});

it("a pattern of an import costs no time, however many ways it could be tried", () => {
  const before = process.cpuUsage();
  const matches = (text: string, path: string): boolean => {
    const pattern = pathPattern(text);
    if (typeof pattern === "string") throw new Error(pattern);
    return pattern.matches(path);
  };
  expect(matches(`${"*a".repeat(100)}b`, "a".repeat(255))).toBe(false);
  expect(matches(`${"**/".repeat(100)}b`, "a/".repeat(1000))).toBe(false);
  expect(matches(`${"*".repeat(50)}b`, "a".repeat(255))).toBe(false);
  expect(matches("[a-z]*".repeat(50), "a".repeat(255))).toBe(true);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(most);
});
