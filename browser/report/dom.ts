import { visible } from "../../src/diagnostic/visible.js";

type Child = Node | string | null;
type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/**
 * An element. Attributes that are null or false are left out. Texts become text nodes, never markup, and what
 * cannot be seen in them is written out.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    element.setAttribute(name, value === true ? "" : `${value}`);
  }
  for (const child of children) {
    if (child !== null) element.append(typeof child === "string" ? visible(child) : child);
  }
  return element;
}

/** A name of the data: letters of scripts that are written from the right do not move what is beside it. */
export function named(text: string): HTMLElement {
  return el("bdi", {}, text);
}

/** Puts other children into an element. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren(...children.filter((child) => child !== null));
}
