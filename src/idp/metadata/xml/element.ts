import type { Span } from "../../../diagnostic/diagnostic.js";

/** A value of a document, and where it stands. */
export interface Located {
  readonly value: string;
  readonly span: Span;
}

export interface XmlAttribute extends Located {
  /** URI; "" for an attribute without prefix. */
  readonly namespace: string;
  /** Without prefix. */
  readonly name: string;
}

/** An element as namespaces have it: prefixes are gone, and so are comments and processing instructions. */
export interface XmlElement {
  /** URI; "" for none. */
  readonly namespace: string;
  /** Without prefix. */
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Its own text, CDATA included, without that of its children; line breaks are `\n`. */
  readonly text: string;
  /** Its start tag. */
  readonly span: Span;
  /** What stands between its tags; its start tag when that is empty. */
  readonly inside: Span;
}

/** The value of an attribute without namespace. */
export function attribute(element: XmlElement, name: string): Located | null {
  return element.attributes.find((a) => a.namespace === "" && a.name === name) ?? null;
}

/** Its children of one name. */
export function childrenOf(element: XmlElement, namespace: string, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.namespace === namespace && child.name === name);
}

/** The text of an element without the white space around it. */
export function textOf(element: XmlElement): Located {
  return { value: element.text.trim(), span: element.inside };
}
