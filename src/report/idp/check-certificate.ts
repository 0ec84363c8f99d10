import { counted } from "../../diagnostic/counted.js";
import { dayOf, daysUntil } from "../../idp/metadata/rules/rule.js";
import type { FoundCertificate } from "../../idp/metadata/signing-certificates.js";
import type { Paint } from "../paint.js";
import { factLines } from "./check-facts.js";

/** A signing certificate, with fingerprints as consoles show them. */
export function certificateText(certificate: FoundCertificate, now: Date, paint: Paint): string {
  const { subject, issuer, isSelfSigned, keyType, keyBits, hash, validFrom, validUntil } = certificate;
  const left = daysUntil(validUntil, now);
  const days = left < 0 ? "over" : `${counted(left, "day")} left`;
  return `${paint("bold", "signing certificate")}\n${factLines([
    ["subject", subject],
    ["issuer", isSelfSigned ? "itself" : issuer],
    ["key", `${keyType}${keyBits === null ? "" : ` ${keyBits}`}, signed with ${hash}`],
    ["valid", `${dayOf(validFrom)} to ${dayOf(validUntil)} (${days})`],
    ["SHA-1", certificate.sha1],
    ["SHA-256", certificate.sha256],
  ])}`;
}
