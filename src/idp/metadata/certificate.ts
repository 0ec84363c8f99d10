import { type KeyObject, X509Certificate } from "node:crypto";
import { AsnConvert } from "@peculiar/asn1-schema";
import { Certificate } from "@peculiar/asn1-x509";
import type { Located } from "./xml/element.js";

/** A certificate whose key signs what people sign in with. */
export interface SigningCertificate {
  /** `CN=…, O=…` */
  readonly subject: string;
  readonly issuer: string;
  readonly isSelfSigned: boolean;
  /** `RSA`, `EC`, or the name of a kind that AWS does not document. */
  readonly keyType: string;
  /** Of an RSA modulus or of a curve; null when it is neither. */
  readonly keyBits: number | null;
  /** The hash of its signature, such as `SHA-256`; an OID when it is another. */
  readonly hash: string;
  /** ISO-8601 instants in UTC. */
  readonly validFrom: string;
  readonly validUntil: string;
  /** Fingerprints, hexadecimal in pairs with colons between them. */
  readonly sha1: string;
  readonly sha256: string;
  /** Characters that it has as PEM. */
  readonly pemLength: number;
}

/** Hashes by the OID of the signature algorithm. */
const hashes: ReadonlyMap<string, string> = new Map([
  ["1.2.840.113549.1.1.2", "MD2"],
  ["1.2.840.113549.1.1.4", "MD5"],
  ["1.2.840.113549.1.1.5", "SHA-1"],
  ["1.3.14.3.2.29", "SHA-1"],
  ["1.2.840.10040.4.3", "SHA-1"],
  ["1.2.840.10045.4.1", "SHA-1"],
  ["1.2.840.113549.1.1.11", "SHA-256"],
  ["1.2.840.113549.1.1.12", "SHA-384"],
  ["1.2.840.113549.1.1.13", "SHA-512"],
  ["1.2.840.10045.4.3.2", "SHA-256"],
  ["1.2.840.10045.4.3.3", "SHA-384"],
  ["1.2.840.10045.4.3.4", "SHA-512"],
]);

const curves: ReadonlyMap<string, number> = new Map([
  ["prime192v1", 192],
  ["secp224r1", 224],
  ["secp256k1", 256],
  ["prime256v1", 256],
  ["secp384r1", 384],
  ["secp521r1", 521],
]);

/** The certificate in a base64 text, or what is wrong with it. */
export function readCertificate({ value }: Located): SigningCertificate | string {
  if (value.includes("-----"))
    return "it has the lines BEGIN and END of a PEM file, which do not belong there";
  const base64 = value.replace(/\s+/g, "");
  if (base64 === "") return "it is empty";
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0) return "it is no base64";
  const bytes = Buffer.from(base64, "base64");
  try {
    const certificate = new X509Certificate(bytes);
    if (certificate.raw.length !== bytes.length) return "there is something behind the certificate";
    return described(certificate);
  } catch {
    return "it is no X.509 certificate in DER";
  }
}

function described(certificate: X509Certificate): SigningCertificate {
  const parsed = AsnConvert.parse(certificate.raw, Certificate);
  const oid = parsed.signatureAlgorithm.algorithm;
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    isSelfSigned: certificate.checkIssued(certificate),
    ...keyOf(certificate.publicKey),
    hash: hashes.get(oid) ?? oid,
    validFrom: new Date(certificate.validFrom).toISOString(),
    validUntil: new Date(certificate.validTo).toISOString(),
    sha1: certificate.fingerprint,
    sha256: certificate.fingerprint256,
    pemLength: certificate.toString().length,
  };
}

function keyOf(key: KeyObject): Pick<SigningCertificate, "keyType" | "keyBits"> {
  const { modulusLength = null, namedCurve } = key.asymmetricKeyDetails ?? {};
  const type = key.asymmetricKeyType ?? "unknown";
  if (type === "rsa" || type === "rsa-pss") return { keyType: "RSA", keyBits: modulusLength };
  if (type === "ec") return { keyType: "EC", keyBits: curves.get(namedCurve ?? "") ?? null };
  return { keyType: type.toUpperCase(), keyBits: null };
}

/** Node writes one part of a name a line. */
function oneLine(name: string | undefined): string {
  return (name ?? "").split("\n").join(", ");
}
