import { describe, expect, it } from "vitest";
import { isPattern, pathPattern } from "../../src/catalog/read/path-pattern.js";

function read(text: string) {
  const pattern = pathPattern(text);
  if (typeof pattern === "string") throw new Error(pattern);
  return pattern;
}

describe("pathPattern", () => {
  it.each([
    ["a.yaml", "a.yaml", true],
    ["a.yaml", "b/a.yaml", false],
    ["*.yaml", "a.yaml", true],
    ["*.yaml", ".yaml", false],
    ["*.yaml", "a/b.yaml", false],
    [".*.yaml", ".a.yaml", true],
    ["*", ".git", false],
    ["?.yaml", "😀.yaml", true],
    ["?.yaml", "ab.yaml", false],
    ["**/*.yaml", "a.yaml", true],
    ["**/*.yaml", "a/b/c.yaml", true],
    ["**/*.yaml", ".git/c.yaml", false],
    ["**/*.yaml", "a/.git/c.yaml", false],
    ["a/**/b/**/c", "a/b/c", true],
    ["a/**/b/**/c", "a/x/b/y/z/c", true],
    ["a/**/b/**/c", "a/x/y/c", false],
    ["a/**", "a/b/c", true],
    ["a**.yaml", "abc.yaml", true],
    ["a**.yaml", "a/b.yaml", false],
    ["[a-c].yaml", "b.yaml", true],
    ["[a-c].yaml", "d.yaml", false],
    ["[^a-c].yaml", "b.yaml", false],
    ["[!a-c].yaml", "d.yaml", true],
    ["[]].yaml", "].yaml", true],
    ["[a-]", "-", true],
    ["{a,b}/c.yaml", "b/c.yaml", true],
    ["{a,b}/c.yaml", "{a,b}/c.yaml", false],
    ["{a,}b", "b", true],
    ["a{b/c,d}", "ab/c", true],
    ["A.yaml", "a.yaml", false],
    ["*a*b*c", "xaybzc", true],
    ["*a*b*c", "xaybz", false],
  ])("%j, %j: %j", (pattern, path, expected) => {
    expect(read(pattern).matches(path)).toBe(expected);
  });

  it.each([
    ["a/*.yaml", "a", true],
    ["a/*.yaml", "b", false],
    ["a/*.yaml", "a/b", false],
    ["*/x/*.yaml", "a/x", true],
    ["**/*.yaml", "a/b/c", true],
    ["**/*.yaml", ".git", false],
    ["a/**/b.yaml", "b", false],
    ["{a,b}/c/d", "b/c", true],
  ])("%j enters %j: %j", (pattern, folder, expected) => {
    expect(read(pattern).enters(folder)).toBe(expected);
  });

  it.each([
    ["+(a)", "groups in parentheses are not supported"],
    ["{a,{b,c}}", "braces inside braces are not supported"],
    ["{a", "a { has no }"],
    ["a}", "a } has no {"],
    ["[a", "a [ has no ]"],
    ["[]", "a [ has no ]"],
    ["a]", "a ] has no ["],
    ["{a,b}".repeat(10), "its braces stand for more than 1000 paths"],
  ])("%j is none: %s", (text, problem) => {
    expect([isPattern(text), pathPattern(text)]).toEqual([true, problem]);
  });
});
