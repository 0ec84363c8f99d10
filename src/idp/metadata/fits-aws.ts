import { error } from "../../catalog/rules/rule.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { OpenedFile } from "./open-file.js";
import { placesIn } from "./xml/places.js";

/** Characters of metadata that AWS takes. */
const longest = 75_000;

/** AWS takes a file of this length. */
export function fitsAws({ text, file }: OpenedFile): readonly Diagnostic[] {
  if (text.length <= longest) return [];
  const message = `the file has ${text.length} characters; AWS takes ${longest}`;
  const hint = "take the metadata of the one application, or remove old certificates in the provider";
  return [error("IDC701", message, placesIn(text, file)(0, 1), hint)];
}
