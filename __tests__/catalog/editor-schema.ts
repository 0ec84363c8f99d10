import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { fileSchema } from "../../src/catalog/schema/file.js";

/** The schema for editors, as generated. */
export const editorSchema = fileSchema(
  readFileSync(new URL("../../docs/parts/catalog.md", import.meta.url), "utf8"),
);

const validate = new Ajv({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  keywords: ["markdownDescription", "patternErrorMessage", "doNotSuggest"],
}).compile(editorSchema);

/** What an editor would mark in a file, given as data: `place: what is wrong`. */
export function editorErrors(file: unknown): readonly string[] {
  validate(file);
  return (validate.errors ?? []).map((e) => `${e.instancePath}: ${e.message}`);
}
