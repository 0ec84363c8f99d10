import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { committedLockFile } from "../../src/terraform/lock-file.js";

describe("the committed provider lock", () => {
  const text = readFileSync(committedLockFile(), "utf8");

  it("pins the provider the stack is made for", () => {
    expect(text).toMatch(
      /provider "registry\.terraform\.io\/hashicorp\/aws" \{\n {2}version {5}= "5\.100\.0"/,
    );
  });

  it("has hashes of packages for every platform, so that it works on all of them", () => {
    expect(text.match(/"zh:[0-9a-f]{64}"/g)).toHaveLength(15);
    expect(text.match(/"h1:[\w+/]{43}="/g)).toHaveLength(2);
  });
});
