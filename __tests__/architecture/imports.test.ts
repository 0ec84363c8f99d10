import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { globalsUsed } from "./globals.js";
import { importsBelow } from "./graph.js";
import { violations } from "./rules.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const planted = realpathSync(mkdtempSync(join(tmpdir(), "imports-")));
afterAll(() => rmSync(planted, { recursive: true }));

describe("the house", () => {
  it("imports only downwards", async () => {
    const edges = await importsBelow(root);
    expect(edges.length).toBeGreaterThan(300);
    expect(violations(edges)).toEqual([]);
  });

  it("keeps clock, process, network and console in its adapters", () => {
    const files = ["src", "stacks"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((f) => f.endsWith(".ts"))
        .map((f) => `${folder}/${f}`),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((f) => globalsUsed(f, readFileSync(join(root, f), "utf8")))).toEqual([]);
  });
});

describe("the rule", () => {
  const house: Readonly<Record<string, string>> = {
    "package.json": '{ "type": "module" }',
    "src/cli/main.ts": 'import { a } from "../sandbox/a.js"; import "../workflow/a.js"; export const b = a;',
    "src/cli/synth-port.ts": 'export const load = () => import("../../stacks/a.js");',
    "src/cli/wrong.ts": 'import "../../stacks/a.js"; export {};',
    "src/diagnostic/a.ts": "export const a = 1;",
    "src/diagnostic/up.ts": 'import type { T } from "../access/a.js"; export type U = T;',
    "src/access/a.ts": 'import "../diagnostic/a.js"; import "node:path"; export type T = 1;',
    "src/access/world.ts": 'import { readFileSync } from "node:fs"; export const r = readFileSync;',
    "src/access/cdk.ts": 'import type { App } from "cdktf"; export type A = App;',
    "src/sandbox/a.ts": 'import "../diagnostic/a.js"; import "../access/a.js"; export const a = 1;',
    "src/workflow/a.ts": 'import "../sandbox/a.js"; export {};',
    "src/terraform/node-exec.ts": 'import "node:fs"; export {};',
    "src/nowhere/a.ts": 'import "../diagnostic/a.js"; export {};',
    "stacks/a.ts":
      'import "../src/access/a.js"; import "../src/cli/main.js"; import "constructs"; export {};',
    "stacks/main.ts": 'import "../src/cli/main.js"; export {};',
  };

  it("finds every planted violation and nothing else", async () => {
    for (const [file, text] of Object.entries(house)) {
      mkdirSync(dirname(join(planted, file)), { recursive: true });
      writeFileSync(join(planted, file), text);
    }
    expect(violations(await importsBelow(planted)).toSorted()).toEqual([
      "src/access/cdk.ts imports cdktf: only stacks/ knows CDKTF",
      "src/access/world.ts imports fs: only adapters touch the world",
      "src/cli/wrong.ts imports ../../stacks/a.js: only cli/synth-port.ts loads stacks/",
      "src/diagnostic/up.ts imports ../access/a.js: diagnostic/ is above access/",
      "src/nowhere/a.ts imports ../diagnostic/a.js: nowhere/ is not in the list of folders",
      "src/sandbox/a.ts imports ../access/a.js: sandbox/ stands alone",
      "src/workflow/a.ts imports ../sandbox/a.js: only cli/ starts the sandbox",
      "stacks/a.ts imports ../src/cli/main.js: stacks/ may import access, catalog, diagnostic",
    ]);
  });

  it("fails on an empty graph", () => {
    expect(violations([])).toEqual(["the graph is empty: nothing was checked"]);
  });

  it("sees globals, but not in comments and adapters", () => {
    const text =
      "// console.log\n/* Date.now */\nconst at = new Date(); new Date(0); process.exit(1);\nfetch('https://console.x');";
    expect(globalsUsed("src/access/a.ts", text)).toEqual([
      "src/access/a.ts uses new Date()",
      "src/access/a.ts uses process",
      "src/access/a.ts uses fetch",
    ]);
    expect(globalsUsed("src/cli/a.ts", text)).toEqual([]);
  });
});
