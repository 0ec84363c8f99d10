import { error, info, warning } from "../../../catalog/rules/rule.js";
import { counted } from "../../../diagnostic/counted.js";
import type { Diagnostic } from "../../../diagnostic/diagnostic.js";
import type { FoundCertificate } from "../signing-certificates.js";
import { dayOf, daysUntil, type MetadataFacts } from "./rule.js";

/** AWS's bound for the certificate of an identity provider, in characters of PEM. */
const longestPem = 2_500;
/** Days before its end in which a certificate should be rotated. */
const soon = 90;
const renew = "make a new signing certificate in the provider, and check the new file with --previous";

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

/** Keys and hashes are such as nobody can break today. */
export function certificatesAreStrong({ certificates }: MetadataFacts): readonly Diagnostic[] {
  return certificates.flatMap((certificate) => {
    const key = weakKey(certificate);
    const { subject, hash, isSelfSigned, span } = certificate;
    const weak = ["MD2", "MD5", "SHA-1"].includes(hash);
    // Whoever trusts a certificate because it stands in this file does not look at its own signature.
    const finding = isSelfSigned ? warning : error;
    return [
      ...(key === null ? [] : [error("IDC712", key, span, renew)]),
      ...(weak ? [finding("IDC712", `certificate "${subject}" is signed with ${hash}`, span, renew)] : []),
    ];
  });
}

function weakKey({ subject, keyType, keyBits }: FoundCertificate): string | null {
  const least = keyType === "RSA" ? 2048 : keyType === "EC" ? 256 : null;
  if (least === null) return `certificate "${subject}" has a key of the type ${keyType}; RSA or EC is needed`;
  if (keyBits !== null && keyBits >= least) return null;
  return `certificate "${subject}" has a key of ${keyBits ?? "unknown"} bits; ${keyType} needs ${least}`;
}

/** Certificates are valid now and for some time. */
export function certificatesAreValid({ certificates, now }: MetadataFacts): readonly Diagnostic[] {
  const left = certificates.map((c) => ({ ...c, days: daysUntil(c.validUntil, now) }));
  const isOver = left.every((c) => c.days < 0);
  const isUsable = (c: FoundCertificate) =>
    Date.parse(c.validFrom) <= now.getTime() && daysUntil(c.validUntil, now) >= 0;
  return left.flatMap((certificate) => {
    const { subject, days, validFrom, validUntil, span } = certificate;
    if (days < 0) {
      const message = `certificate "${subject}" ended on ${dayOf(validUntil)}${isOver ? ", so nobody can sign in" : ""}`;
      return [(isOver ? error : warning)("IDC713", message, span, renew)];
    }
    if (Date.parse(validFrom) > now.getTime()) {
      const only = !certificates.some(isUsable);
      const message = `certificate "${subject}" is valid from ${dayOf(validFrom)} on${only ? ", so nobody can sign in yet" : ""}`;
      return [(only ? error : info)("IDC713", message, span, "let the provider sign with it from then on")];
    }
    if (days > soon) return [];
    const message = `certificate "${subject}" ends on ${dayOf(validUntil)}, in ${counted(days, "day")}`;
    return [warning("IDC713", message, span, renew)];
  });
}

/** Identity Center keeps two certificates: the one in use and the next one. */
export function certificatesAreFew({ certificates }: MetadataFacts): readonly Diagnostic[] {
  const [, , third] = certificates;
  if (third === undefined) return [];
  const message = `${certificates.length} different signing certificates; a rotation needs two`;
  return [warning("IDC714", message, third.span, "remove old ones in the provider")];
}
