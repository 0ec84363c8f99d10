import type { Checked } from "../../idp/metadata/check.js";
import { daysUntil } from "../../idp/metadata/rules/rule.js";
import { signInUrls } from "../../idp/metadata/rules/sign-in-urls.js";
import type { FoundCertificate } from "../../idp/metadata/signing-certificates.js";
import { diagnosticFields } from "../diagnostics.js";

/** See docs/json/idp-check.schema.json. */
export function checkJson(checked: Checked, now: Date): string {
  const { file, subject, signature, serviceProvider, rotation, diagnostics } = checked;
  const object = {
    version: 1,
    file,
    kind: subject !== null ? "identity-provider" : serviceProvider !== null ? "service-provider" : null,
    recognized: subject?.recognized ?? null,
    entityId: subject?.metadata.entityId?.value ?? serviceProvider?.entityId ?? null,
    signIn: signInUrls(subject?.metadata.services ?? []).map(({ binding, url }) => ({
      binding,
      url: url.value,
    })),
    nameIdFormats: subject?.metadata.nameIdFormats.map(({ value }) => value) ?? [],
    certificates: subject?.certificates.map((c) => certificateFields(c, now)) ?? [],
    signature,
    serviceProvider,
    rotation: rotation === null ? null : rotationFields(rotation),
    diagnostics: diagnostics.map(diagnosticFields),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}

function certificateFields(
  { span: _span, pemLength: _length, ...fields }: FoundCertificate,
  now: Date,
): object {
  return { ...fields, daysLeft: daysUntil(fields.validUntil, now) };
}

function rotationFields({ previous, changes, certificates }: NonNullable<Checked["rotation"]>): object {
  const short = certificates.map(({ change, certificate: { subject, validUntil, sha256 } }) => ({
    ...{ change, subject, validUntil, sha256 },
  }));
  return { previous, changes, certificates: short };
}
