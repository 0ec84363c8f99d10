import { X509Certificate } from "node:crypto";
import { DOMParser } from "@xmldom/xmldom";
import { SignedXml } from "xml-crypto";
import { ds } from "../names.js";
import type { Signature } from "./shape.js";

/** So many certificates of a signature are tried. */
const most = 5;

/** The text that was signed, without the signature, and the certificate whose key signed it. */
export interface Verified {
  readonly text: string;
  readonly certificate: X509Certificate;
}

/** What a signature covers, as it was signed; null when it is not intact. */
export function verify(text: string, { certificates }: Signature): Verified | null {
  for (const { value } of certificates.slice(0, most)) {
    try {
      const certificate = new X509Certificate(Buffer.from(value, "base64"));
      const signed = new SignedXml({ publicCert: certificate.toString() });
      signed.loadSignature(signatureNode(text));
      if (!signed.checkSignature(text)) continue;
      const [only, second] = signed.getSignedReferences();
      if (only !== undefined && second === undefined) return { text: only, certificate };
    } catch {
      // The library throws on whatever does not fit; the next certificate may.
    }
  }
  return null;
}

function signatureNode(text: string): Node {
  const fail = (message: string): never => {
    throw new Error(message);
  };
  const parser = new DOMParser({ errorHandler: { warning: fail, error: fail, fatalError: fail } });
  const document = parser.parseFromString(text, "text/xml");
  const [node] = Array.from(document.getElementsByTagNameNS(ds, "Signature"));
  return node ?? fail("there is no signature");
}
