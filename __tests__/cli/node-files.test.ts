import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadCatalog } from "../../src/catalog/load.js";
import { pathPattern } from "../../src/catalog/read/path-pattern.js";
import { nodeFiles } from "../../src/cli/node-files.js";
import { refusal } from "../../src/cli/read-text.js";

const world = realpathSync(mkdtempSync(join(tmpdir(), "node-files-")));
afterAll(() => rmSync(world, { recursive: true, force: true }));
let folders = 0;

/** A new folder with these files in it, beside which nothing else is. */
function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = join(world, String(++folders), "base");
  mkdirSync(folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function link(folder: string, path: string, target: string): void {
  symlinkSync(target, join(folder, path));
}

function pipe(folder: string, path: string): void {
  execFileSync("mkfifo", [join(folder, path)]);
}

function find(folder: string, text: string) {
  const pattern = pathPattern(text);
  if (typeof pattern === "string") throw new Error(pattern);
  return nodeFiles(folder).find("", pattern);
}

const catalog = (imports: string): string =>
  `import: [${imports}]\ncomponents: { terraform: { aws-sso: { vars: { region: us-east-1 } } } }\n`;

/** What is said about a catalog, without the info that no accounts are known. */
function said(folder: string): readonly string[] {
  return loadCatalog(nodeFiles(folder), "aws-sso.yaml", null).diagnostics.map(
    (d) => `${d.code} ${d.message}`,
  );
}

describe("a file", () => {
  it.each([
    ["text", "a: 1\n", "a: 1\n"],
    ["nothing", "", ""],
    ["U+FFFD of its own", "a: \uFFFD\n", "a: \uFFFD\n"],
    ["a byte order mark", "\uFEFFa: 1\n", "\uFEFFa: 1\n"],
  ])("is read with %s", (_name, content, text) => {
    expect(nodeFiles(folderWith({ f: content })).read("f")).toEqual({ text });
  });

  it.each([
    [
      "Latin-1",
      Buffer.from("a: 1\nb: \xe9t\xe9\n", "latin1"),
      "byte 9, on line 2, is 0xe9, which is not UTF-8",
    ],
    [
      "Latin-1 after U+FFFD",
      Buffer.concat([Buffer.from("\uFFFD\n\uFFFDé"), Buffer.from([0xff])]),
      "byte 10, on line 2, is 0xff, which is not UTF-8",
    ],
    ["half a character", Buffer.from([0x61, 0xf0, 0x9f]), "byte 2, on line 1, is 0xf0, which is not UTF-8"],
    ["a surrogate", Buffer.from([0xed, 0xa0, 0x80]), "byte 1, on line 1, is 0xed, which is not UTF-8"],
    ["an overlong slash", Buffer.from([0xc0, 0xaf]), "byte 1, on line 1, is 0xc0, which is not UTF-8"],
    ["UTF-16", Buffer.from("\uFEFFa: 1\n", "utf16le"), "it is UTF-16, not UTF-8"],
    ["UTF-16, the other way", Buffer.from([0xfe, 0xff, 0, 0x61]), "it is UTF-16, not UTF-8"],
  ])("is refused with %s", (_name, content, detail) => {
    const read = nodeFiles(folderWith({ f: content })).read("f");
    expect(read).toEqual({ text: null, why: "encoding", detail });
  });

  it("is refused by its size, without being read", () => {
    const folder = folderWith({ f: "", g: "" });
    truncateSync(join(folder, "f"), 10_000_001);
    truncateSync(join(folder, "g"), 4_000_000_000_000);
    const detail = "it has 10.01 MB, and 10 MB are allowed";
    expect(nodeFiles(folder).read("f")).toEqual({ text: null, why: "large", detail });
    expect(nodeFiles(folder).read("g")).toMatchObject({ why: "large" });
    expect(nodeFiles(folder).read("f", { most: 10_000_001 })).toMatchObject({ text: expect.any(String) });
    expect(said(folderWith({ "aws-sso.yaml": `#${" ".repeat(10_000_000)}\n` }))).toEqual([
      'IDC113 cannot read "aws-sso.yaml": it has 10.01 MB, and 10 MB are allowed',
    ]);
  });

  it("is not read when it is no regular file, and never waited for", () => {
    const folder = folderWith({ "d/f": "" });
    pipe(folder, "pipe");
    link(folder, "zero", "/dev/zero");
    const { read } = nodeFiles(folder);
    expect(read("pipe")).toEqual({ text: null, why: "refused", detail: "it is not a file" });
    expect(read("zero")).toEqual({ text: null, why: "refused", detail: "it is not a file" });
    expect(read("d")).toEqual({ text: null, why: "refused", detail: "it is a folder" });
  });

  it.each(["none", "f/g", "a\0b", "x".repeat(5000)])("is absent: %j", (path) => {
    expect(nodeFiles(folderWith({ f: "" })).read(path)).toEqual({ text: null, why: "absent", detail: "" });
  });

  // Whoever runs as root may read everything.
  it.skipIf(process.getuid?.() === 0)("is not absent when it may not be read", () => {
    const folder = folderWith({ f: "" });
    chmodSync(join(folder, "f"), 0);
    const read = nodeFiles(folder).read("f");
    expect(read).toEqual({ text: null, why: "refused", detail: "permission denied" });
  });

  it.each([
    ["EACCES", "permission denied"],
    ["EPERM", "permission denied"],
    ["EMFILE", "the system says EMFILE"],
  ])("is not absent when the system says %s", (code, detail) => {
    expect(refusal(Object.assign(new Error(code), { code }))).toEqual({ text: null, why: "refused", detail });
  });

  it("may be behind links that stay inside", () => {
    const folder = folderWith({ "d/f": "text" });
    link(folder, "l", "d/f");
    link(folder, "e", "d");
    const { read } = nodeFiles(folder);
    expect([read("l", { below: "" }), read("e/f", { below: "" })]).toEqual([
      { text: "text" },
      { text: "text" },
    ]);
  });

  it("may be in a folder that is a link itself", () => {
    const folder = folderWith({ "d/f": "text" });
    link(folder, "base", "d");
    expect(nodeFiles(folder).read("base/f", { below: "base" })).toEqual({ text: "text" });
  });

  it("is refused behind links that leave, lead nowhere or lead in a circle", () => {
    const folder = folderWith({ "d/f": "text", "../base-evil/f": "secret" });
    link(folder, "out", "../base-evil/f");
    link(folder, "up", "..");
    link(folder, "broken", "none");
    link(folder, "circle", "circle");
    const { read } = nodeFiles(folder);
    const outside = { text: null, why: "outside", detail: "a link leads out of the base folder" };
    expect([read("out", { below: "" }), read("up/base-evil/f", { below: "" })]).toEqual([outside, outside]);
    expect(read("d/f", { below: "d/.." })).toEqual({ text: "text" });
    expect(read("out")).toEqual({ text: "secret" });
    expect(read("broken")).toMatchObject({ why: "absent" });
    expect(read("circle")).toMatchObject({ why: "refused", detail: "its links lead in a circle" });
  });
});

describe("a pattern", () => {
  it("finds what it matches, sorted, without node_modules and hidden names", () => {
    const folder = folderWith({
      "b.yaml": "",
      "a.yaml": "",
      "d/c.yaml": "",
      "d/e/f.yaml": "",
      "node_modules/x.yaml": "",
      ".git/y.yaml": "",
      "a.txt": "",
    });
    mkdirSync(join(folder, "folder.yaml"));
    expect(find(folder, "*.yaml")).toEqual({ files: ["a.yaml", "b.yaml"], refused: [], complete: true });
    expect(find(folder, "**/*.yaml").files).toEqual(["a.yaml", "b.yaml", "d/c.yaml", "d/e/f.yaml"]);
    expect(find(folder, ".git/*.yaml").files).toEqual([".git/y.yaml"]);
  });

  it("follows links inside, each circle once, and says which leave", () => {
    const folder = folderWith({ "d/f.yaml": "", "../out/g.yaml": "" });
    link(folder, "e", "d");
    link(folder, "d/self", ".");
    link(folder, "d/base", "..");
    link(folder, "out", "../out");
    link(folder, "broken.yaml", "none");
    expect(find(folder, "**/*.yaml")).toEqual({
      files: ["broken.yaml", "d/f.yaml", "e/f.yaml"],
      refused: [{ path: "out", text: null, why: "outside", detail: "a link leads out of the base folder" }],
      complete: true,
    });
    expect(find(folder, "d/*.yaml").refused).toEqual([]);
  });

  it("gives up on links that multiply", () => {
    const names = Array.from({ length: 12 }, (_, i) => `d${i}`);
    const folder = folderWith(Object.fromEntries(names.map((n) => [`${n}/f.yaml`, ""])));
    for (const from of names) for (const to of names) link(folder, `${from}/${to}`, `../${to}`);
    const start = performance.now();
    expect(find(folder, "**/*.yaml").complete).toBe(false);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("an import", () => {
  it("says why a file is not read", () => {
    const folder = folderWith({
      "aws-sso.yaml": catalog("none, folder, pipe, out, latin, ok"),
      "folder.yaml/x": "",
      "latin.yaml": Buffer.from("a: \xe9", "latin1"),
      "ok.yaml": "vars: { stage: x }",
      "../out.yaml": "vars: { stage: out }",
    });
    pipe(folder, "pipe.yaml");
    link(folder, "out.yaml", "../out.yaml");
    expect(said(folder)).toEqual([
      'IDC107 import "none" does not exist',
      'IDC102 cannot read "folder.yaml": it is a folder',
      'IDC102 cannot read "pipe.yaml": it is not a file',
      'IDC109 cannot read "out.yaml": a link leads out of the base folder',
      'IDC114 cannot read "latin.yaml": byte 4, on line 1, is 0xe9, which is not UTF-8',
    ]);
  });

  it("by pattern names the links that leave, and reads ten thousand files", () => {
    const many = Array.from({ length: 10_000 }, (_, i) => [
      `many/${i}.yaml`,
      `vars: { tags: { k${i}: v } }\n`,
    ]);
    const folder = folderWith({ "aws-sso.yaml": catalog('"many/*"'), ...Object.fromEntries(many) });
    const start = performance.now();
    const { catalog: loaded, diagnostics } = loadCatalog(nodeFiles(folder), "aws-sso.yaml", null);
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(diagnostics.filter((d) => d.severity === "error" && d.code !== "IDC319")).toEqual([]);
    const set = loaded?.permissionSets.find((s) => s.name === "ReadOnlyAccess");
    expect(Object.keys(set?.tags ?? {})).toHaveLength(10_000);
    link(folder, "many/out", "../..");
    writeFileSync(join(folder, "aws-sso.yaml"), catalog('"many/**/*"'));
    expect(said(folder).filter((line) => line.startsWith("IDC109"))).toEqual([
      'IDC109 cannot read "many/out": a link leads out of the base folder',
    ]);
  });

  it("through a link to its own folder ends", () => {
    const folder = folderWith({ "aws-sso.yaml": catalog("x"), "x.yaml": "import: [./again/x]\n" });
    link(folder, "again", ".");
    const codes = said(folder).map((line) => line.slice(0, 6));
    expect(codes).toEqual([expect.stringMatching(/IDC102|IDC116/)]);
  });
});
