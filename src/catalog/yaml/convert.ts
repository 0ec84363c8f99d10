import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { bounds } from "./bounds.js";
import type { Budget } from "./budget.js";
import { type Entry, isUndefinedAlias, type MapNode, type Node, type ScalarNode } from "./node.js";
import { measured, type Size } from "./size.js";

type YamlNode = Scalar | YAMLMap | YAMLSeq | Alias;
type SpanAt = (start: number, end: number) => Span;

const corePrefix = "tag:yaml.org,2002:";
const coreTags = new Set(["str", "int", "float", "bool", "null", "map", "seq"].map((t) => corePrefix + t));

/**
 * Turns the library's nodes into ours, resolving anchors in document order, as YAML defines them. Stops
 * resolving when aliases and merges stand for more than the budget has.
 */
export function convert(
  contents: YamlNode,
  spanAt: SpanAt,
  budget: Budget,
): { readonly root: Node; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const anchors = new Map<string, Node>();
  const starts = new Map<string, number>();
  let visited = 0;
  const sizes = new Map<Node, Size>();
  let tooLarge: Diagnostic | null = null;

  function visit(node: YamlNode | null | undefined, fallback: Span): Node {
    if (node === null || node === undefined) return nothing(fallback);
    const span = node.range ? spanAt(node.range[0], node.range[1]) : fallback;
    if (isAlias(node)) return resolve(node, span);
    // An anchor begins with its node: one of the same name inside comes after it, and an alias inside means no earlier one.
    const { anchor } = node;
    const start = ++visited;
    if (anchor !== undefined) {
      anchors.delete(anchor);
      starts.set(anchor, start);
    }
    const made = build(node, span);
    const size = measured(made, sizes);
    if (size.values > budget.values) tooLarge ??= tooManyValues(span);
    if (size.depth > bounds.depth) tooLarge ??= tooDeep(span);
    if (anchor !== undefined && starts.get(anchor) === start) anchors.set(anchor, made);
    return made;
  }

  function resolve(alias: Alias, span: Span): Node {
    if (tooLarge !== null) return nothing(span);
    const target = anchors.get(alias.source);
    if (target !== undefined) return target;
    diagnostics.push({
      code: "IDC105",
      severity: "error",
      message: starts.has(alias.source)
        ? `alias "*${alias.source}" is inside its own anchor "&${alias.source}"`
        : `alias "*${alias.source}" has no anchor "&${alias.source}" before it`,
      span,
      hint: "define the anchor earlier in this file; anchors do not cross files",
    });
    return { ...nothing(span), tag: `*${alias.source}` };
  }

  function build(node: Scalar | YAMLMap | YAMLSeq, span: Span): Node {
    const tag = node.tag === undefined || coreTags.has(node.tag) ? null : shortTag(node.tag);
    if (isMap(node)) return buildMap(node, span, tag);
    if (isSeq(node)) {
      return { kind: "list", items: node.items.map((i) => visit(i as YamlNode, span)), tag, span };
    }
    const plain = node.type === "PLAIN" ? { plain: true as const } : {};
    return { kind: "scalar", value: plainValue(node.value), source: node.source ?? "", tag, span, ...plain };
  }

  function buildMap(map: YAMLMap, span: Span, tag: string | null): MapNode {
    const own = new Map<string, Entry>();
    const merged: Node[] = [];
    let mergedAt: Span | undefined;
    for (const pair of map.items as Pair<YamlNode, YamlNode | null>[]) {
      const key = visit(pair.key, span);
      const value = visit(pair.value, key.span);
      if (!isMergeKey(pair.key)) addEntry(own, key, value);
      else if (mergedAt === undefined) {
        for (const source of value.kind === "list" ? value.items : [value]) merged.push(source);
        mergedAt = key.span;
      } else diagnostics.push(secondMerge(key.span, mergedAt));
    }
    const entries = new Map<string, Entry>();
    for (const source of merged.toReversed()) {
      if (source.kind !== "map") {
        if (!isUndefinedAlias(source)) diagnostics.push(notMergeable(source.span));
      } else if (copies(source, span)) for (const [key, entry] of source.entries) entries.set(key, entry);
    }
    for (const [key, entry] of own) entries.set(key, entry);
    return { kind: "map", entries, tag, span };
  }

  /** Merging copies entries, though the text has them once. */
  function copies(source: MapNode, span: Span): boolean {
    budget.values -= source.entries.size;
    if (budget.values < 0) tooLarge ??= tooManyValues(span);
    return tooLarge === null;
  }

  function addEntry(own: Map<string, Entry>, key: Node, value: Node): void {
    if (key.kind !== "scalar") {
      diagnostics.push({
        code: "IDC101",
        severity: "error",
        message: "a key must be text, not a list or a map",
        span: key.span,
        hint: "quote the key if it begins with [, {, * or &",
      });
      return;
    }
    if (key.tag !== null && key.tag !== "!" && !isUndefinedAlias(key)) {
      diagnostics.push(taggedKey(key.tag, key.span));
    }
    const text = key.source === "" && key.value !== null ? String(key.value) : key.source;
    const earlier = own.get(text);
    if (earlier !== undefined) diagnostics.push(duplicateKey(text, key.span, earlier.keySpan));
    else {
      own.set(text, {
        key: text,
        keySpan: key.span,
        value,
        ...(key.plain === true ? { plainKey: true } : {}),
      });
    }
  }

  const root = visit(contents, spanAt(0, 0));
  budget.values -= sizes.get(root)?.values ?? 0;
  return { root, diagnostics: tooLarge === null ? diagnostics : [tooLarge] };
}

function isMergeKey(key: YamlNode | null): boolean {
  return isScalar(key) && key.source === "<<" && key.type === "PLAIN";
}

function nothing(span: Span): ScalarNode {
  return { kind: "scalar", value: null, source: "", tag: null, span };
}

function plainValue(value: unknown): string | number | boolean | null {
  if (
    value === null ||
    typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "boolean"
  ) {
    return value;
  }
  return String(value);
}

function shortTag(tag: string): string {
  return tag.startsWith(corePrefix) ? `!!${tag.slice(corePrefix.length)}` : tag;
}

function tooManyValues(span: Span): Diagnostic {
  const message = `aliases and merges stand for more than ${bounds.values} values`;
  return bound(message, span, "aliases of aliases multiply: write the values once");
}

function tooDeep(span: Span): Diagnostic {
  const message = `aliases nest maps and lists more than ${bounds.depth} deep`;
  return bound(message, span, "write the values where they are used");
}

function bound(message: string, span: Span, hint: string): Diagnostic {
  return { code: "IDC116", severity: "error", message, span, hint };
}

function taggedKey(tag: string, span: Span): Diagnostic {
  return {
    code: "IDC106",
    severity: "error",
    message: `a key has the tag "${tag}", so it is not known here`,
    span,
    hint: "write the key itself: tags are never executed",
  };
}

function notMergeable(span: Span): Diagnostic {
  return {
    code: "IDC101",
    severity: "error",
    message: '"<<" can only merge maps',
    span,
    hint: "point the alias at an anchor on a map, or list such aliases",
  };
}

function secondMerge(span: Span, earlier: Span): Diagnostic {
  return {
    ...duplicateKey("<<", span, earlier),
    hint: 'write one "<<" with a list, as in "<<: [*first, *second]"',
  };
}

function duplicateKey(key: string, span: Span, earlier: Span): Diagnostic {
  return {
    code: "IDC104",
    severity: "error",
    message: `key "${key}" is already defined on line ${earlier.line}`,
    span,
    hint: "put both under one key: YAML would keep only the last one, and access would be lost",
  };
}
