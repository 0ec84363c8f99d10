import { error, info } from "../../../catalog/rules/rule.js";
import type { Diagnostic } from "../../../diagnostic/diagnostic.js";
import type { MetadataFacts } from "./rule.js";

const emailAddress = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";
const unspecified = /^urn:oasis:names:tc:SAML:(?:1\.[01]|2\.0):nameid-format:unspecified$/;

/** The provider can send e-mail addresses as name IDs, which is what Identity Center looks people up by. */
export function nameIdCanBeEmail({
  metadata: { nameIdFormats, span },
}: MetadataFacts): readonly Diagnostic[] {
  const hint = `set the Name ID format to EMAIL in the provider, equal to the user name in Identity Center`;
  const [first] = nameIdFormats;
  if (first === undefined) return [info("IDC710", "the file names no NameIDFormat", span, hint)];
  if (nameIdFormats.some(({ value }) => value === emailAddress || unspecified.test(value))) return [];
  const formats = nameIdFormats.map(({ value }) => `"${value.split(":").at(-1)}"`).join(", ");
  const message = `no NameIDFormat is emailAddress, only ${formats}`;
  return [error("IDC710", message, first.span, hint)];
}
