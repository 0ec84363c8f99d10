import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeKey, escapeTemplate } from "../../stacks/escape.js";
import { renderHcl } from "../../stacks/hcl.js";
import { hostileText, hostileTexts } from "../stacks/hostile.js";
import { inTerraformFolder, terraform } from "./terraform.js";

// Terraform brings text to Unicode's composed form, so only texts already in it can come back.
const random = fc.sample(hostileText, 500).map((text) => text.normalize("NFC"));
const texts = [...new Set([...hostileTexts, ...random])];
const value = Object.fromEntries(texts.map((text) => [escapeKey(text), escapeTemplate(text)]));
const config = { output: { all: { value } } };

describe("terraform evaluates an escaped text to the text", () => {
  it.each([
    ["main.tf.json", JSON.stringify(config)],
    ["main.tf", renderHcl(config)],
  ])("in %s", (file, text) => {
    const output = inTerraformFolder(file, text, (folder) => {
      terraform(folder, "init");
      terraform(folder, "apply", "-auto-approve");
      return terraform(folder, "output", "-json");
    });
    const { all } = JSON.parse(output) as {
      readonly all: { readonly value: Readonly<Record<string, string>> };
    };
    expect(Object.entries(all.value).toSorted()).toEqual(texts.map((t) => [t, t]).toSorted());
  });
});
