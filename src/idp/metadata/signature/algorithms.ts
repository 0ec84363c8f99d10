/** What a signature of metadata may be made with, by URI. Others are not looked at, HMAC least of all. */
export const signatureMethods: ReadonlyMap<string, string> = new Map([
  ["http://www.w3.org/2000/09/xmldsig#rsa-sha1", "RSA-SHA1"],
  ["http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "RSA-SHA256"],
  ["http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "RSA-SHA512"],
]);

export const digestMethods: ReadonlyMap<string, string> = new Map([
  ["http://www.w3.org/2000/09/xmldsig#sha1", "SHA1"],
  ["http://www.w3.org/2001/04/xmlenc#sha256", "SHA256"],
  ["http://www.w3.org/2001/04/xmlenc#sha512", "SHA512"],
]);

/** The signature stands in what it signs, and is left out of it. */
export const enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

const inclusive = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";

/** Ways of writing XML that always give the same bytes; the variants with comments add nothing that is read. */
export const canonicalizations: ReadonlySet<string> = new Set([inclusive, exclusive]);

/** The one element that is not of the namespace of signatures: prefixes for the exclusive way. */
export const prefixList = { namespace: exclusive, name: "InclusiveNamespaces" } as const;
