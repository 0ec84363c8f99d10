const mark = "[hidden]";

/** Access key ids, `user:password@` of URLs, and long runs of base64 or hex, which tokens and signatures are. */
const secrets = [
  /\b(?:A3T|AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}\b/g,
  /(?<=:\/\/)[^\s/@]+(?=@)/g,
  /[A-Za-z0-9+/_=-]{40,}/g,
];

/** A message of AWS or the SDK that may be shown: on one line, of at most 300 characters, without secrets. */
export function withoutSecrets(message: string): string {
  const oneLine = message
    .split(/\s*[\r\n]\s*/)
    .join(" ")
    .trim();
  const hidden = secrets.reduce((text, secret) => text.replace(secret, mark), oneLine);
  return hidden.length > 300 ? `${hidden.slice(0, 299)}…` : hidden;
}
