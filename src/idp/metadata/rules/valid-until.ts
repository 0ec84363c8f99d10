import { error, warning } from "../../../catalog/rules/rule.js";
import type { Diagnostic } from "../../../diagnostic/diagnostic.js";
import { dayOf, type MetadataFacts } from "./rule.js";

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(Z|[+-]\d{2}:\d{2}|)$/;

/** The file is not older than it says that it may be. */
export function metadataIsValid({ metadata, now }: MetadataFacts): readonly Diagnostic[] {
  return metadata.validUntil.flatMap(({ value, span }) => {
    const written = value.trim();
    // SAML's times are in UTC, also without the letter that says so.
    const zone = instant.exec(written)?.[1];
    const at = Date.parse(zone === "" ? `${written}Z` : written);
    if (zone === undefined || Number.isNaN(at)) {
      const hint = "it is written such as 2031-11-24T00:00:00Z";
      return [warning("IDC715", `validUntil="${value}" is no time`, span, hint)];
    }
    if (at > now.getTime()) return [];
    const message = `the file says that it is valid until ${dayOf(new Date(at).toISOString())}, which is past`;
    return [error("IDC715", message, span, "download it again")];
  });
}
