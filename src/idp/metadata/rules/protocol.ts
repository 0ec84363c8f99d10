import { error, info } from "../../../catalog/rules/rule.js";
import { speaksSaml2 } from "../metadata.js";
import { saml2 } from "../names.js";
import type { MetadataFacts } from "./rule.js";

/** The provider speaks SAML 2.0. */
export function protocolIsSaml2({ metadata: { protocols, span } }: MetadataFacts) {
  if (speaksSaml2(protocols)) return [];
  const message =
    protocols === null
      ? "the protocolSupportEnumeration is missing"
      : `the protocols "${protocols.value}" lack SAML 2.0`;
  const hint = `it must contain ${saml2}: make a SAML 2.0 application in the provider`;
  return [error("IDC707", message, protocols?.span ?? span, hint)];
}

/** Sign-in does not need signed requests. */
export function requestsNeedNoSignature({ metadata: { wantsSignedRequests } }: MetadataFacts) {
  if (wantsSignedRequests === null || !["true", "1"].includes(wantsSignedRequests.value.trim())) return [];
  const message =
    "the provider wants signed requests, and Identity Center publishes no key that would prove one";
  const hint = "when sign-in fails in the provider, do not require signed requests there";
  return [info("IDC716", message, wantsSignedRequests.span, hint)];
}
