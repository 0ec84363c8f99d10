import fc from "fast-check";
import { expect, it } from "vitest";
import { escapeKey, escapeTemplate } from "../../stacks/escape.js";
import { hostileText, hostileTexts } from "../stacks/hostile.js";
import { inTerraformFolder, terraform } from "./terraform.js";

it("terraform evaluates an escaped text to the text", () => {
  // Terraform brings text to Unicode's composed form, so only texts already in it can come back.
  const random = fc.sample(hostileText, 500).map((text) => text.normalize("NFC"));
  const texts = [...new Set([...hostileTexts, ...random])];
  const value = Object.fromEntries(texts.map((text) => [escapeKey(text), escapeTemplate(text)]));
  const output = inTerraformFolder(
    "main.tf.json",
    JSON.stringify({ output: { all: { value } } }),
    (folder) => {
      terraform(folder, "init");
      terraform(folder, "apply", "-auto-approve");
      return terraform(folder, "output", "-json");
    },
  );
  const { all } = JSON.parse(output) as {
    readonly all: { readonly value: Readonly<Record<string, string>> };
  };
  expect(Object.entries(all.value).toSorted()).toEqual(texts.map((text) => [text, text]).toSorted());
});
