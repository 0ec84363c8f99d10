const scope = /^AWS4-HMAC-SHA256 Credential=[^/,\s]+\/\d{8}\/([a-z0-9-]+)\/[a-z0-9-]+\/aws4_request\b/;

/**
 * The region a request was signed for (Signature Version 4), or null when it was not signed.
 * The signature itself is not verified: any access key will do.
 */
export function signedRegion(authorization: string | null): string | null {
  return scope.exec(authorization ?? "")?.[1] ?? null;
}
