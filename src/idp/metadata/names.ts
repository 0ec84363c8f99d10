/** Namespaces and identifiers of SAML metadata. */
export const md = "urn:oasis:names:tc:SAML:2.0:metadata";
export const ds = "http://www.w3.org/2000/09/xmldsig#";
export const saml2 = "urn:oasis:names:tc:SAML:2.0:protocol";
export const httpPost = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
export const httpRedirect = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
