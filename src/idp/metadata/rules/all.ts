import type { Diagnostic } from "../../../diagnostic/diagnostic.js";
import { certificatesAreValid } from "./certificate-dates.js";
import { certificatesAreStrong } from "./certificate-strength.js";
import { entityIdIsItsOwn } from "./entity-id.js";
import { nameIdCanBeEmail } from "./name-id-format.js";
import { protocolIsSaml2, requestsNeedNoSignature } from "./protocol.js";
import type { MetadataFacts, MetadataRule } from "./rule.js";
import { bindingsHaveOneUrl, signInUrlsAreUsable } from "./sign-in-urls.js";
import { certificatesAreFew, signingKeysAreThere } from "./signing-keys.js";
import { metadataIsValid } from "./valid-until.js";

const rules: readonly MetadataRule[] = [
  protocolIsSaml2,
  entityIdIsItsOwn,
  signInUrlsAreUsable,
  bindingsHaveOneUrl,
  requestsNeedNoSignature,
  nameIdCanBeEmail,
  signingKeysAreThere,
  certificatesAreStrong,
  certificatesAreValid,
  certificatesAreFew,
  metadataIsValid,
];

/** Everything that does not hold. */
export function brokenRules(facts: MetadataFacts): readonly Diagnostic[] {
  return rules.flatMap((rule) => rule(facts));
}
