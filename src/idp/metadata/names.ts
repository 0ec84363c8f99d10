/** Namespaces and identifiers of SAML metadata. */
export const md = "urn:oasis:names:tc:SAML:2.0:metadata";
export const ds = "http://www.w3.org/2000/09/xmldsig#";
export const saml2 = "urn:oasis:names:tc:SAML:2.0:protocol";
export const httpPost = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
export const httpRedirect = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

const identityCenter =
  /^https:\/\/([a-z]{2}(?:-[a-z]+)+-\d+)\.signin\.(?:aws|aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)\/platform\/saml\/[A-Za-z0-9-]+$/;

/** The region of the Identity Center whose entity ID this is; null when it is none. */
export function identityCenterRegion(entityId: string): string | null {
  return identityCenter.exec(entityId)?.[1] ?? null;
}
