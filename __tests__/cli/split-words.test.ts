import { describe, expect, it } from "vitest";
import { splitWords } from "../../src/cli/split-words.js";

describe("splitWords", () => {
  it.each<readonly [string, readonly string[]]>([
    ["plan --sandbox", ["plan", "--sandbox"]],
    ["  plan\t--stack \n x ", ["plan", "--stack", "x"]],
    [`--catalog "my catalog.yaml"`, ["--catalog", "my catalog.yaml"]],
    [`--catalog='my catalog.yaml'`, ["--catalog=my catalog.yaml"]],
    [`a\\ b "c\\"d" 'e\\f'`, ["a b", 'c"d', "e\\f"]],
    [`x'y z'"w v"u`, ["xy zw vu"]],
    [`"" ''`, ["", ""]],
    ["$HOME ;|& *", ["$HOME", ";|&", "*"]],
    ["", []],
  ])("%j", (line, words) => {
    expect(splitWords(line)).toEqual(words);
  });
});
