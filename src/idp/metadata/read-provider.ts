import { error, info } from "../../catalog/rules/rule.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { type Metadata, readMetadata } from "./metadata.js";
import { readEntities, rolesOf } from "./open-entity.js";
import { type Recognized, recognize } from "./recognize.js";
import { signInUrls } from "./rules/sign-in-urls.js";
import { type FoundCertificate, signingCertificates } from "./signing-certificates.js";
import type { XmlElement } from "./xml/element.js";

/** An identity provider, as its file describes it. */
export interface Subject {
  readonly root: XmlElement;
  readonly metadata: Metadata;
  readonly certificates: readonly FoundCertificate[];
  readonly recognized: Recognized | null;
}

/** The identity provider of a file, null when there is not exactly one. */
export interface ReadProvider {
  readonly subject: Subject | null;
  /** The entity when the file is a service provider's. */
  readonly serviceProvider: XmlElement | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a file that should be an identity provider's. */
export function readProvider(text: string, file: string): ReadProvider {
  const { root, entities, diagnostics } = readEntities(text, file);
  const nothing = { subject: null, serviceProvider: null };
  if (root === null || diagnostics.length > 0) return { ...nothing, diagnostics };
  const providers = entities.filter((entity) => rolesOf(entity, "IDPSSODescriptor").length > 0);
  const [entity, second] = providers;
  if (entity === undefined) {
    const [sp] = entities.filter((e) => rolesOf(e, "SPSSODescriptor").length > 0);
    if (sp !== undefined) return { subject: null, serviceProvider: sp, diagnostics: [] };
    const message = "the entity has no IDPSSODescriptor, so it is no identity provider";
    return { ...nothing, diagnostics: [error("IDC705", message, entities[0]?.span ?? root.span, take)] };
  }
  if (second !== undefined) {
    const message = `${providers.length} identity providers in one file`;
    return { ...nothing, diagnostics: [error("IDC705", message, second.span, take)] };
  }
  const wrapped = "the identity provider stands in a list of entities; AWS does not say that it takes one";
  const found = root === entity ? [] : [info("IDC705", wrapped, root.span, take)];
  const metadata = readMetadata(root, entity);
  const { certificates, diagnostics: unread } = signingCertificates(metadata);
  const urls = signInUrls(metadata.services).map(({ url }) => url.value);
  const recognized = recognize(metadata.entityId?.value ?? "", urls);
  return {
    subject: { root, metadata, certificates, recognized },
    serviceProvider: null,
    diagnostics: [...found, ...unread],
  };
}

const take = "download the metadata of the one application that is for AWS";
