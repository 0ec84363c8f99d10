import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { identity } from "../../doubles/shell.js";

const fixtures = join(import.meta.dirname, "../../fixtures/metadata");
const casesIn = (kind: "good" | "cases") => readdirSync(join(fixtures, kind)).sort();

// UPDATE_FIXTURES=1 rewrites the expected files. Read the difference: a message is for a person.
function expectText(file: string, actual: string): void {
  if (process.env["UPDATE_FIXTURES"] === "1") writeFileSync(file, actual);
  expect(actual).toBe(readFileSync(file, "utf8"));
}

/** What a folder's file gives, with the arguments that stand beside it. */
async function check(folder: string, ...more: readonly string[]) {
  const args = join(folder, "args.json");
  const given = existsSync(args) ? JSON.parse(readFileSync(args, "utf8")) : [];
  const previous = existsSync(join(folder, "previous.xml")) ? ["--previous", "previous.xml"] : [];
  const { code, out, err } = await identity(folder, [
    "idp",
    "check",
    "metadata.xml",
    ...previous,
    ...given,
    ...more,
  ]);
  expect(err).toBe("");
  return { code, out };
}

describe("a good file of", () => {
  it.each(casesIn("good"))("%s", async (name) => {
    const folder = join(fixtures, "good", name);
    const { code, out } = await check(folder);
    expectText(join(folder, "expected.txt"), `${out}\nexit code ${code}\n`);
    const json = await check(folder, "--format", "json");
    expect(json.code).toBe(code);
    expectText(join(folder, "expected.json"), json.out);
  });
});

describe("what is found in", () => {
  it.each(casesIn("cases"))("%s", async (name) => {
    const folder = join(fixtures, "cases", name);
    const { code, out } = await check(folder);
    expectText(join(folder, "expected.txt"), `${out}\nexit code ${code}\n`);
  });
});

it("the fixtures are there", () => {
  expect([casesIn("good").length >= 9, casesIn("cases").length > 60]).toEqual([true, true]);
});
