import type { Span } from "../../diagnostic/diagnostic.js";

/** A YAML value with its place. Anchors, aliases and `<<` are resolved; a node may be shared. */
export type Node = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** The text as written, without quotes: a number's source keeps its leading zeros. */
  readonly source: string;
  /**
   * A tag outside the core schema, such as `!terraform.state`, or an alias without anchor (`*name`):
   * the value is unknowable.
   */
  readonly tag: string | null;
  readonly span: Span;
  /** Present when it was written without quotes, so that YAML may read it as something else than text. */
  readonly plain?: true;
}

export interface ListNode {
  readonly kind: "list";
  readonly items: readonly Node[];
  readonly tag: string | null;
  readonly span: Span;
}

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node;
  /** Present when the key was written without quotes. */
  readonly plainKey?: true;
}

export interface MapNode {
  readonly kind: "map";
  /** In the order of the text. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly tag: string | null;
  readonly span: Span;
}

/** The value under a key of a map; undefined for anything else. */
export function child(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === "map" ? node.entries.get(key)?.value : undefined;
}

/** The value behind a path of keys. */
export function descend(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  return path.reduce<Node | undefined>(child, node);
}

/** The entries of a map; nothing for any other node. */
export function entriesOf(node: Node | undefined): readonly Entry[] {
  return node?.kind === "map" ? [...node.entries.values()] : [];
}

/** The items of a list; nothing for any other node. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === "list" ? node.items : [];
}

/** The text of a string scalar; undefined for anything else, also for a tagged one: nobody knows its value. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === "scalar" && node.tag === null && typeof node.value === "string"
    ? node.value
    : undefined;
}

/** The value of a number; undefined for anything else. */
export function numberOf(node: Node | undefined): number | undefined {
  return node?.kind === "scalar" && node.tag === null && typeof node.value === "number"
    ? node.value
    : undefined;
}

/** True for `true`, not for a text or a tagged value. */
export function isTrue(node: Node | undefined): boolean {
  return node?.kind === "scalar" && node.value === true;
}

/** True for `false`, not for a text or a tagged value. */
export function isFalse(node: Node | undefined): boolean {
  return node?.kind === "scalar" && node.value === false;
}

/** True for an explicit or implicit null. */
export function isNull(node: Node | undefined): boolean {
  return node?.kind === "scalar" && node.value === null;
}

/** True for an alias whose anchor does not exist, which was reported when the file was parsed. */
export function isUndefinedAlias(node: Node): boolean {
  return node.tag?.startsWith("*") ?? false;
}

/** Plain data without places. Maps have no prototype, so a key `__proto__` is only a key. */
export function toData(node: Node): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(toData);
  const data: Record<string, unknown> = Object.create(null);
  for (const entry of node.entries.values()) data[entry.key] = toData(entry.value);
  return data;
}
