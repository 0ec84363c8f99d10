import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import {
  child,
  descend,
  type Entry,
  entriesOf,
  isFalse,
  isNull,
  type MapNode,
  type Node,
  textOf,
} from "../yaml/node.js";
import type { Loaded } from "./imports.js";
import { inheritedBy, instances } from "./inheritance.js";
import { mergeLayers } from "./merge.js";
import { componentShape } from "./shape.js";
import type { VarsPlace, WrittenCatalog } from "./written.js";

/** A component as written; null when it cannot be read. */
export interface WrittenComponent {
  readonly written: WrittenCatalog | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Merges a component of a file of the right shape over all that it inherits, lowest layer first, as Atmos does. */
export function mergeComponent({ root, own, unmerged }: Loaded, chosen: Entry): WrittenComponent {
  const diagnostics: Diagnostic[] = [];
  const all = descend(root, "components", "terraform");
  const bases = inheritedBy(all, chosen, (found) => diagnostics.push(found));
  diagnostics.push(...[...bases, chosen].flatMap(componentShape));
  if (diagnostics.some((d) => d.severity === "error" && d.code !== "IDC202")) {
    return { written: null, diagnostics };
  }
  const layer = (name: string): Node | undefined =>
    mergeLayers(
      [
        child(root, name),
        child(child(root, "terraform"), name),
        ...bases.map((b) => child(b.value, name)),
        child(chosen.value, name),
        descend(own, "overrides", name),
        descend(own, "terraform", "overrides", name),
      ].filter((node) => !isNull(node)),
    );
  const vars = layer("vars");
  return {
    written: {
      component: chosen.key,
      span: chosen.keySpan,
      vars: vars?.kind === "map" ? vars : noVars(chosen),
      ownKeys: new Set(
        [...bases, chosen].flatMap((c) => entriesOf(child(c.value, "vars")).map((e) => e.key)),
      ),
      backendType: layer("backend_type"),
      backend: layer("backend"),
      file: unmerged,
      varsPlaces: varsPlaces(bases, chosen),
    },
    diagnostics,
  };
}

/** The components that are instances of one of these names, abstract and disabled ones too. */
export function instancesOf(all: Node | undefined, names: readonly string[]): readonly Entry[] {
  const instanceOf = instances(all);
  return entriesOf(all).filter((entry) => names.includes(instanceOf(entry) ?? entry.key));
}

/** True when a component is neither abstract nor disabled. */
export function isReal(entry: Entry): boolean {
  const metadata = child(entry.value, "metadata");
  return textOf(child(metadata, "type")) !== "abstract" && !isFalse(child(metadata, "enabled"));
}

/** The places of `layer("vars")`, in its order. */
function varsPlaces(bases: readonly Entry[], chosen: Entry): readonly VarsPlace[] {
  return [
    { kind: "vars", path: ["vars"] },
    { kind: "terraform", path: ["terraform", "vars"] },
    ...bases.map((b) => ({ kind: "inherited" as const, path: ["components", "terraform", b.key, "vars"] })),
    { kind: "component", path: ["components", "terraform", chosen.key, "vars"] },
    { kind: "overrides", path: ["overrides", "vars"] },
    { kind: "overrides", path: ["terraform", "overrides", "vars"] },
  ];
}

function noVars(component: Entry): MapNode {
  return { kind: "map", entries: new Map(), tag: null, span: component.keySpan };
}
