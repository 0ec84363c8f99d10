import { error, warning } from "../../../catalog/rules/rule.js";
import type { Diagnostic } from "../../../diagnostic/diagnostic.js";
import type { XmlElement } from "../xml/element.js";
import { signatureOf } from "./shape.js";
import { verify } from "./verify.js";

/** What the signature of a file says: never where the file comes from, because its key stands in the file. */
export interface SignatureState {
  /** `none`: there is none. `intact`: nothing was changed since. `unchecked`: its algorithm is not known here. */
  readonly state: "none" | "intact" | "broken" | "unchecked";
  /** Such as `RSA-SHA256`; null when it was not checked. */
  readonly method: string | null;
  /** SHA-256 fingerprint of the certificate that it was made with; null when it is not intact. */
  readonly certificate: string | null;
}

export interface CheckedSignature extends SignatureState {
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks the signature of a file. `isSame` tells whether a text, which is what was signed, says what was read of
 * the file, so that no part is believed that the signature does not cover.
 */
export function checkSignature(
  text: string,
  root: XmlElement,
  isSame: (signed: string) => boolean,
): CheckedSignature {
  const signature = signatureOf(root);
  const state = { method: null, certificate: null };
  if (signature === null) return { state: "none", ...state, diagnostics: [] };
  const { span } = signature.element;
  if ("why" in signature) {
    const { why, message } = signature;
    if (why === "refused") {
      return {
        state: "broken",
        ...state,
        diagnostics: [error("IDC717", `the signature is refused: ${message}`, span, again)],
      };
    }
    const unchecked = warning("IDC718", `the signature was not checked: ${message}`, span, compare);
    return { state: "unchecked", ...state, diagnostics: [unchecked] };
  }
  const verified = verify(text, signature);
  if (verified === null || !isSame(verified.text)) {
    const message =
      "the signature is broken: the file was changed after it was signed, or another key signed it";
    return { state: "broken", ...state, diagnostics: [error("IDC717", message, span, again)] };
  }
  const { method, digest } = signature;
  const old = [method, digest].find((name) => name.endsWith("SHA1"));
  const weak = warning("IDC718", `the signature is made with ${old}, which can be forged`, span, compare);
  return {
    ...{ state: "intact", method, certificate: verified.certificate.fingerprint256 },
    diagnostics: old === undefined ? [] : [weak],
  };
}

const again = "download the file from the provider again, over https, and leave it as it is";
const compare = "compare the fingerprints of the certificates with those that the provider shows";
