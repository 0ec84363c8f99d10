import type { Span } from "../../diagnostic/diagnostic.js";
import { ds, md, saml2 } from "./names.js";
import { rolesOf } from "./open-entity.js";
import { attribute, childrenOf, type Located, textOf, type XmlElement } from "./xml/element.js";

/** Where people are sent to sign in. */
export interface SignOnService {
  /** URI; null when it is not written. */
  readonly binding: Located | null;
  readonly url: Located | null;
  readonly span: Span;
}

/** Certificates as written, and what for. */
export interface WrittenKey {
  /** `signing`, `encryption`; null is both. */
  readonly use: Located | null;
  /** Base64 of DER. */
  readonly certificates: readonly Located[];
  readonly span: Span;
}

/** An identity provider's metadata as written: nothing is checked yet. */
export interface Metadata {
  readonly span: Span;
  readonly entityId: Located | null;
  /** `protocolSupportEnumeration` of the role. */
  readonly protocols: Located | null;
  readonly wantsSignedRequests: Located | null;
  /** Of the entity, of what is around it and of the role. */
  readonly validUntil: readonly Located[];
  readonly services: readonly SignOnService[];
  readonly nameIdFormats: readonly Located[];
  readonly keys: readonly WrittenKey[];
}

/** What is written in an entity that is an identity provider; only roles that speak SAML 2.0, when there are some. */
export function readMetadata(root: XmlElement, entity: XmlElement): Metadata {
  const all = rolesOf(entity, "IDPSSODescriptor");
  const speaking = all.filter((role) => speaksSaml2(attribute(role, "protocolSupportEnumeration")));
  const roles = speaking.length > 0 ? speaking : all;
  const [role = entity] = roles;
  const around = root === entity ? [] : [root];
  return {
    span: entity.span,
    entityId: attribute(entity, "entityID"),
    protocols: attribute(role, "protocolSupportEnumeration"),
    wantsSignedRequests: attribute(role, "WantAuthnRequestsSigned"),
    validUntil: [...around, entity, ...roles].flatMap((e) => attribute(e, "validUntil") ?? []),
    services: below(roles, md, "SingleSignOnService").map((service) => ({
      binding: attribute(service, "Binding"),
      url: attribute(service, "Location"),
      span: service.span,
    })),
    nameIdFormats: below(roles, md, "NameIDFormat").map(textOf),
    keys: below(roles, md, "KeyDescriptor").map((key) => ({
      use: attribute(key, "use"),
      certificates: certificatesIn(key),
      span: key.span,
    })),
  };
}

/** True when a list of protocols has SAML 2.0. */
export function speaksSaml2(protocols: Located | null): boolean {
  return protocols?.value.split(/\s+/).includes(saml2) === true;
}

/** Certificates of all `KeyInfo` below an element: of a key descriptor, or of a signature. */
export function certificatesIn(element: XmlElement): readonly Located[] {
  const data = below(childrenOf(element, ds, "KeyInfo"), ds, "X509Data");
  return below(data, ds, "X509Certificate").map(textOf);
}

function below(elements: readonly XmlElement[], namespace: string, name: string): readonly XmlElement[] {
  return elements.flatMap((element) => childrenOf(element, namespace, name));
}
