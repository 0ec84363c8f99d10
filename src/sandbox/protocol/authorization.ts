const scope = /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/\d{8}\/([a-z0-9-]+)\/[a-z0-9-]+\/aws4_request\b/;

/** Who signed a request, and for which region. */
export interface Signed {
  readonly accessKeyId: string;
  readonly region: string;
}

/**
 * What a request was signed with (Signature Version 4), or null when it was not signed.
 * The signature itself is not verified: any access key will do.
 */
export function signed(authorization: string | null): Signed | null {
  const [, accessKeyId, region] = scope.exec(authorization ?? "") ?? [];
  return accessKeyId === undefined || region === undefined ? null : { accessKeyId, region };
}
