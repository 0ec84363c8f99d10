import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { identity } from "../doubles/shell.js";

const text = readFileSync(new URL("../../docs/commands.md", import.meta.url), "utf8");
const sections = new Map(
  text
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf("\n")), section]),
);
const everywhere = ["--help", "--no-color", "--verbose"];

/** The long options of a text, sorted, each once. */
const optionsIn = (part: string) =>
  [...new Set(part.match(/--[a-z][a-z-]+/g))].filter((option) => !everywhere.includes(option)).sort();

const verbsBelow = async (...path: readonly string[]) => {
  const { out } = await identity("/", [...path, "--help"]);
  const commands = out.slice(out.indexOf("Commands:"));
  return [...commands.matchAll(/^ {2}([a-z]+) /gm)].map((m) => m[1] ?? "").filter((verb) => verb !== "help");
};

it("every verb has a section, and every section of a verb is one", async () => {
  const idp = (await verbsBelow("idp")).map((verb) => `idp ${verb}`);
  const verbs = (await verbsBelow()).flatMap((verb) => (verb === "idp" ? idp : [verb]));
  expect([verbs.length > 15, idp.length]).toEqual([true, 3]);
  expect([...sections.keys()]).toEqual(["Exit codes", "Options of several verbs", ...verbs]);
});

it.each([...sections.keys()].slice(2))("%s: exactly the options it has", async (verb) => {
  const { out } = await identity("/", [...verb.split(" "), "--help"]);
  const prose = (sections.get(verb) ?? "").replace(/```console.*?```/gs, "");
  const others = verb === "sandbox" ? ["--sandbox"] : [];
  expect(optionsIn(prose).filter((option) => !others.includes(option))).toEqual(
    optionsIn(out.slice(out.indexOf("Options:")).replaceAll(/^ {4,}.*$/gm, "")),
  );
});

it("the table of shared options names the verbs that have them, and no other", async () => {
  const table = sections.get("Options of several verbs") ?? "";
  const rows = [...table.matchAll(/^\| `(--[a-z]+)(?: [A-Z]+)?` \| ([^|]*`[a-z]+`[^|]*) \|/gm)];
  expect(rows.map(([, option]) => option)).toEqual([
    "--directory",
    "--now",
    "--stack",
    "--sandbox",
    "--backend",
    "--format",
  ]);
  for (const [, option = "", verbs = ""] of rows) {
    const named = [...verbs.matchAll(/`([a-z]+(?: [a-z]+)?)`/g)].map(([, verb]) => verb);
    for (const verb of [...sections.keys()].slice(2)) {
      const { out } = await identity("/", [...verb.split(" "), "--help"]);
      const expected = named.includes(verb) !== verbs.startsWith("all but");
      expect([option, verb, out.includes(`  ${option}`)]).toEqual([option, verb, expected]);
    }
  }
});
