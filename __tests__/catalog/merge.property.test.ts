import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeLayers } from "../../src/catalog/read/merge.js";
import { type Node, toData } from "../../src/catalog/yaml/node.js";

const span = { file: "f", line: 1, column: 1, endLine: 1, endColumn: 2 };

function node(data: unknown): Node {
  if (Array.isArray(data)) return { kind: "list", items: data.map(node), tag: null, span };
  if (typeof data !== "object" || data === null) {
    return { kind: "scalar", value: data as string, source: String(data), tag: null, span };
  }
  const entries = Object.entries(data).map(
    ([key, value]) => [key, { key, keySpan: span, value: node(value) }] as const,
  );
  return { kind: "map", entries: new Map(entries), tag: null, span };
}

// What a key holds depends on its first letter, so that layers never disagree about the kind of a value:
// with disagreements no deep merge is associative.
const leaf = fc.oneof(
  fc.integer({ min: 0, max: 9 }),
  fc.constant(null),
  fc.array(fc.integer(), { maxLength: 2 }),
);
const flat = fc.dictionary(fc.constantFrom("l1", "l2"), leaf);
const above = (inner: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc
    .tuple(flat, fc.dictionary(fc.constantFrom("m1", "m2"), inner, { maxKeys: 2 }))
    .map(([own, maps]) => ({ ...own, ...maps }));
const tree = above(above(flat));

/** A low layer and a high one. */
function mergeNodes(low: Node | undefined, high: Node | undefined): Node | undefined {
  return mergeLayers([low, high]);
}

const run = { seed: 20261124, numRuns: 300 };

function merge(a: unknown, b: unknown): unknown {
  return toData(mergeNodes(node(a), node(b)) as Node);
}

describe("mergeNodes", () => {
  it("is associative", () => {
    fc.assert(
      fc.property(tree, tree, tree, (a, b, c) => {
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
      }),
      run,
    );
  });

  it("has nothing and the empty map as identities, and changes nothing when repeated", () => {
    fc.assert(
      fc.property(tree, (a) => {
        expect(mergeNodes(undefined, node(a))).toEqual(node(a));
        expect(mergeNodes(node(a), undefined)).toEqual(node(a));
        expect(merge({}, a)).toEqual(merge(a, {}));
        expect(merge(a, a)).toEqual(toData(node(a)));
      }),
      run,
    );
  });

  it("lets the higher layer win on every leaf and loses no other", () => {
    fc.assert(
      fc.property(tree, tree, (low, high) => {
        const expected = new Map([...leaves(low), ...leaves(high)]);
        expect(new Map(leaves(merge(low, high)))).toEqual(expected);
      }),
      run,
    );
  });

  it("replaces whatever is not a map on both sides", () => {
    fc.assert(
      fc.property(tree, leaf, (map, value) => {
        expect(merge(map, value)).toEqual(value);
        expect(merge(value, map)).toEqual(toData(node(map)));
      }),
      run,
    );
  });

  it("keeps what an included file says unknown", () => {
    const included = { ...node("x.yaml"), tag: "!include" } as Node;
    expect(mergeNodes(included, node({ a: 1 }))).toBe(included);
    expect(mergeNodes(included, node("text"))).toEqual(node("text"));
  });

  it("merges layers from left to right", () => {
    const layers = [{ l1: 1, l2: 1 }, undefined, { l1: 2 }].map((d) => (d === undefined ? d : node(d)));
    expect(toData(mergeLayers(layers) as Node)).toEqual({ l1: 2, l2: 1 });
  });
});

function leaves(data: unknown, path = ""): [string, unknown][] {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return [[path, data]];
  return Object.entries(data).flatMap(([key, value]) => leaves(value, `${path}/${key}`));
}
