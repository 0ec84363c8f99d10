import { error } from "../../catalog/rules/rule.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { md } from "./names.js";
import { childrenOf, type XmlElement } from "./xml/element.js";
import { isFault } from "./xml/fault.js";
import { parseXml } from "./xml/parse.js";
import { placesIn } from "./xml/places.js";

/** The part that an entity plays: the identity provider, or the service provider, which AWS is. */
export type Role = "IDPSSODescriptor" | "SPSSODescriptor";

/** The entities of a metadata file, one in almost every file, with the root they stand in. */
export interface Entities {
  readonly root: XmlElement | null;
  readonly entities: readonly XmlElement[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a file of SAML metadata. Without entities there is an error. */
export function readEntities(text: string, file: string): Entities {
  const place = placesIn(text, file);
  const root = parseXml(text, place);
  if (isFault(root)) {
    const { code, message, hint, start, end } = root;
    return { root: null, entities: [], diagnostics: [error(code, message, place(start, end), hint)] };
  }
  const entities = entitiesBelow(root);
  if (entities.length > 0) return { root, entities, diagnostics: [] };
  return { root, entities, diagnostics: [notMetadata(root)] };
}

/** The descriptors of one part that an entity plays. */
export function rolesOf(entity: XmlElement, role: Role): readonly XmlElement[] {
  return childrenOf(entity, md, role);
}

function entitiesBelow(element: XmlElement): readonly XmlElement[] {
  if (element.namespace !== md) return [];
  if (element.name === "EntityDescriptor") return [element];
  return element.name === "EntitiesDescriptor" ? element.children.flatMap(entitiesBelow) : [];
}

function notMetadata(root: XmlElement): Diagnostic {
  const isNamed = ["EntityDescriptor", "EntitiesDescriptor"].includes(root.name);
  const what =
    isNamed && root.namespace !== md
      ? `<${root.name}> is of the namespace "${root.namespace}", not "${md}"`
      : isNamed
        ? "there is no EntityDescriptor in it"
        : `its root element is <${root.name}>, not EntityDescriptor`;
  const hint = "download the SAML metadata of the application, an XML file";
  return error("IDC705", `no SAML metadata: ${what}`, root.span, hint);
}
