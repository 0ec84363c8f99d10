import { error, warning } from "../../../catalog/rules/rule.js";
import type { Diagnostic } from "../../../diagnostic/diagnostic.js";
import { type MetadataFacts, renew } from "./rule.js";

/** AWS's bound for the certificate of an identity provider, in characters of PEM. */
const longestPem = 2_500;

/** At least one key signs; none has more than AWS takes. */
export function signingKeysAreThere({ metadata, certificates }: MetadataFacts): readonly Diagnostic[] {
  const signing = metadata.keys.filter((key) => key.use?.value !== "encryption");
  if (signing.every((key) => key.certificates.length === 0)) {
    const message = "there is no signing certificate, so no sign-in could be verified";
    const span = signing[0]?.span ?? metadata.span;
    return [
      error("IDC711", message, span, "activate a signing certificate in the provider, then download again"),
    ];
  }
  const long = certificates.filter((c) => c.pemLength > longestPem);
  return long.map(({ subject, pemLength, span }) =>
    error(
      "IDC711",
      `certificate "${subject}" has ${pemLength} characters as PEM; AWS takes ${longestPem}`,
      span,
      renew,
    ),
  );
}

/** There is room for a rotation, and for no more: the certificate in use and the next one. */
export function certificatesAreFew({ certificates }: MetadataFacts): readonly Diagnostic[] {
  const [, , third] = certificates;
  if (third === undefined) return [];
  const message = `${certificates.length} different signing certificates; a rotation needs two`;
  return [warning("IDC714", message, third.span, "remove old ones in the provider")];
}
