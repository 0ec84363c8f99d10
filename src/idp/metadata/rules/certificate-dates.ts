import { error, info, warning } from "../../../catalog/rules/rule.js";
import { counted } from "../../../diagnostic/counted.js";
import type { Diagnostic } from "../../../diagnostic/diagnostic.js";
import type { FoundCertificate } from "../signing-certificates.js";
import { dayOf, daysUntil, type MetadataFacts, renew } from "./rule.js";

/** Days before its end in which a certificate should be rotated. */
const soon = 90;

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
