import type { SaxesAttributeNS } from "saxes";
import type { XmlElement } from "./element.js";
import type { Place } from "./places.js";

/** A start and an exclusive end. */
export type Range = readonly [start: number, end: number];

/** An element whose end tag has not come yet. */
export interface Open {
  /** Its name with prefix. */
  readonly tag: string;
  /** Of its start tag, which has not been read to its end at first. */
  range: Range;
  /** True when its start tag has been read to its end. */
  isWhole: boolean;
  head: Pick<XmlElement, "namespace" | "name" | "attributes">;
  /** Where the values of its attributes stand, without their quotes, by name with prefix. */
  readonly values: Map<string, Range>;
  readonly children: XmlElement[];
  text: string;
}

/** An element of which only the name is known. */
export function begun(tag: string, start: number, end: number): Open {
  const head = { namespace: "", name: tag, attributes: [] };
  return { tag, range: [start, end], isWhole: false, head, values: new Map(), children: [], text: "" };
}

/** Its attributes as namespaces have them; declarations of namespaces are none. */
export function attributesOf(
  { values }: Open,
  attributes: readonly SaxesAttributeNS[],
  place: Place,
): XmlElement["attributes"] {
  return attributes
    .filter(({ name, prefix }) => name !== "xmlns" && prefix !== "xmlns")
    .map(({ name, local, uri, value }) => ({
      ...{ namespace: uri, name: local, value },
      span: place(...(values.get(name) ?? [0, 0])),
    }));
}

/** The whole element, once its end tag, which begins at `end`, has come. */
export function whole(
  { head, children, text, range }: Open,
  end: number,
  source: string,
  place: Place,
): XmlElement {
  const span = place(...range);
  const written = source.slice(range[1], end);
  const trimmed = written.trim();
  const from = range[1] + written.indexOf(trimmed);
  const inside = trimmed === "" ? span : place(from, from + trimmed.length);
  return { ...head, children, text, span, inside };
}
