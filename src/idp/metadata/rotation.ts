import { error, warning } from "../../catalog/rules/rule.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { Subject } from "./read-provider.js";
import { daysUntil } from "./rules/rule.js";
import { type SignInUrl, signInUrls } from "./rules/sign-in-urls.js";
import type { FoundCertificate } from "./signing-certificates.js";

/** A certificate of either file. */
export interface RotatedCertificate {
  readonly certificate: FoundCertificate;
  /** `added`: only in the new file. `removed`: only in the one in use. */
  readonly change: "added" | "kept" | "removed";
}

/** A value of the file in use that is another in the new one; null where it is missing. */
export interface ChangedValue {
  readonly what: "entity ID" | SignInUrl["binding"];
  readonly before: string | null;
  readonly after: string | null;
}

/** What changes when a file takes the place of the one in use. */
export interface Rotation {
  /** Path of the file in use. */
  readonly previous: string;
  readonly changes: readonly ChangedValue[];
  /** Those of the new file, then those that are gone. */
  readonly certificates: readonly RotatedCertificate[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Compares a file with the one that AWS has now. */
export function rotationOf(previous: Subject, next: Subject, file: string, now: Date): Rotation {
  const [before, after] = [valuesOf(previous), valuesOf(next)];
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((what) => {
    const [was, is] = [before.get(what) ?? null, after.get(what) ?? null];
    return was === is ? [] : [{ what, before: was, after: is }];
  });
  const has = (of: Subject, { sha256 }: FoundCertificate) => of.certificates.some((c) => c.sha256 === sha256);
  const certificates: readonly RotatedCertificate[] = [
    ...next.certificates.map((c) => ({
      certificate: c,
      change: has(previous, c) ? ("kept" as const) : ("added" as const),
    })),
    ...previous.certificates
      .filter((c) => !has(next, c))
      .map((c) => ({ certificate: c, change: "removed" as const })),
  ];
  const diagnostics = [...changes.flatMap((c) => breaking(c, next)), ...withoutOverlap(certificates, now)];
  return { previous: file, changes, certificates, diagnostics };
}

function valuesOf({ metadata }: Subject): ReadonlyMap<ChangedValue["what"], string> {
  const id = metadata.entityId === null ? [] : [["entity ID", metadata.entityId.value] as const];
  const urls = signInUrls(metadata.services).map(({ binding, url }) => [binding, url.value] as const);
  // Of a binding that is there twice the first counts.
  return new Map([...id, ...urls.reverse()]);
}

function breaking({ what, before, after }: ChangedValue, { metadata }: Subject): readonly Diagnostic[] {
  if (before === null) return [];
  const url = signInUrls(metadata.services).find(({ binding }) => binding === what)?.url;
  const span = (what === "entity ID" ? metadata.entityId?.span : url?.span) ?? metadata.span;
  const name = what === "entity ID" ? what : `sign-in URL of ${what}`;
  const now = after === null ? "is gone" : `is "${after}" now`;
  const hint =
    "nobody can sign in from the change in the provider until this file is uploaded: do both in one sitting";
  return [error("IDC720", `the ${name} was "${before}" and ${now}`, span, hint)];
}

/** AWS knows the new key only after the upload, and the provider signs with one of them at a time. */
function withoutOverlap(certificates: readonly RotatedCertificate[], now: Date): readonly Diagnostic[] {
  const are = (change: RotatedCertificate["change"]) => certificates.filter((c) => c.change === change);
  const [added] = are("added");
  const usable = are("kept").filter(({ certificate }) => daysUntil(certificate.validUntil, now) >= 0);
  if (added === undefined || certificates.every((c) => c.change === "added") || usable.length > 0) return [];
  const message =
    "no certificate that is valid is in both files: from the switch in the provider until this file is uploaded nobody can sign in";
  const hint =
    "let the provider publish the old and the new certificate together, upload that file, then switch";
  return [warning("IDC721", message, added.certificate.span, hint)];
}
