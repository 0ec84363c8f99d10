import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { didYouMean } from "../../diagnostic/suggest.js";
import { bounds } from "../yaml/bounds.js";
import { descend, type Entry, entriesOf, itemsOf, type Node, textOf } from "../yaml/node.js";

/**
 * The components behind `metadata.inherits`, lowest precedence first, each once: where it comes last.
 * `all` is `components.terraform`.
 */
export function inheritedBy(
  all: Node | undefined,
  entry: Entry,
  report: (diagnostic: Diagnostic) => void,
): readonly Entry[] {
  const known = new Map<string, readonly Entry[]>();

  function basesOf(of: Entry, above: readonly string[]): readonly Entry[] {
    const done = known.get(of.key);
    if (done !== undefined) return done;
    const chain = [...above, of.key];
    const bases = itemsOf(inherits(of)).flatMap((item) => {
      if (item.tag !== null) return [];
      const name = nameIn(item);
      const base = find(all, name);
      const wrong = base === undefined ? unknown(all, of, name) : circle(chain, name);
      if (base !== undefined && wrong === null) return [...basesOf(base, chain), base];
      report(problem(wrong ?? "", item.span));
      return [];
    });
    // Merging a component again later leaves nothing of its earlier place.
    const once = [...new Set(bases.toReversed())].toReversed();
    known.set(of.key, once);
    return once;
  }

  return basesOf(entry, []);
}

/**
 * What the components of `components.terraform` are instances of: their own `metadata.component`, or that of
 * the nearest base that has one.
 */
export function instances(all: Node | undefined): (entry: Entry) => string | undefined {
  const known = new Map<string, string | undefined>();

  function instanceOf(entry: Entry, depth: number): string | undefined {
    if (known.has(entry.key) || depth > bounds.inheritance) return known.get(entry.key);
    // A circle of components has no answer, and is reported when one of them is chosen.
    known.set(entry.key, undefined);
    let name = textOf(descend(entry.value, "metadata", "component"));
    for (const item of itemsOf(inherits(entry)).toReversed()) {
      const base = item.tag === null && name === undefined ? find(all, nameIn(item)) : undefined;
      if (base !== undefined) name = instanceOf(base, depth + 1);
    }
    known.set(entry.key, name);
    return name;
  }

  return (entry) => instanceOf(entry, 0);
}

function inherits(entry: Entry): Node | undefined {
  return descend(entry.value, "metadata", "inherits");
}

function nameIn(item: Node): string {
  return item.kind === "scalar" ? item.source : "";
}

function find(all: Node | undefined, name: string): Entry | undefined {
  return all?.kind === "map" ? all.entries.get(name) : undefined;
}

function unknown(all: Node | undefined, entry: Entry, name: string): string {
  const known = entriesOf(all).map((e) => e.key);
  return `component "${entry.key}" inherits from unknown "${name}"${didYouMean(name, known)}`;
}

function circle(chain: readonly string[], name: string): string | null {
  if (chain.includes(name)) return `components inherit from each other: ${[...chain, name].join(" -> ")}`;
  if (chain.length <= bounds.inheritance) return null;
  return `components inherit more than ${bounds.inheritance} deep`;
}

function problem(message: string, span: Span): Diagnostic {
  return { code: "IDC208", severity: "error", message, span, hint: null };
}
