import { type Diagnostic, hasErrors } from "../../diagnostic/diagnostic.js";
import { didYouMean, nearest } from "../../diagnostic/suggest.js";
import { componentNames } from "../component-names.js";
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
import { componentShape, fileShape, overridesShape } from "./shape.js";
import type { VarsPlace, WrittenCatalog } from "./written.js";

/** Chooses the component and merges its layers, lowest first, as Atmos does. */
export function readComponent(
  loaded: Loaded,
  catalogFile: string,
  key: string | null,
): { readonly written: WrittenCatalog | null; readonly diagnostics: readonly Diagnostic[] } {
  const { root, own } = loaded;
  if (root === undefined) return { written: null, diagnostics: [] };
  const all = descend(root, "components", "terraform");
  const diagnostics: Diagnostic[] = [...fileShape(root), ...overridesShape(own)];
  if (hasErrors(diagnostics)) return { written: null, diagnostics };
  const chosen = choose(all, catalogFile, root, key, diagnostics);
  if (chosen === null) return { written: null, diagnostics };
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
      file: loaded.unmerged,
      varsPlaces: varsPlaces(bases, chosen),
    },
    diagnostics,
  };
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

function choose(
  all: Node | undefined,
  file: string,
  root: Node,
  key: string | null,
  diagnostics: Diagnostic[],
): Entry | null {
  const matches = ours(all).filter(isReal);
  const names = matches.map((e) => e.key);
  if (key !== null) {
    const wanted = matches.find((e) => e.key === key);
    if (wanted === undefined) {
      const hint = `aws-sso components here: ${names.join(", ") || "none"}`;
      diagnostics.push(notFound(`no component "${key}"${didYouMean(key, names)}`, root, hint));
    }
    return wanted ?? null;
  }
  if (matches.length === 1) return matches[0] ?? null;
  if (matches.length === 0) {
    diagnostics.push(notFound(`no aws-sso component in "${file}"`, all ?? root, noneHint(all)));
  } else {
    const message = `several aws-sso components: ${names.join(", ")}`;
    diagnostics.push(notFound(message, matches[1] ?? root, "choose one with --component KEY"));
  }
  return null;
}

function isReal(entry: Entry): boolean {
  const metadata = child(entry.value, "metadata");
  return textOf(child(metadata, "type")) !== "abstract" && !isFalse(child(metadata, "enabled"));
}

/** The components that are instances of this one, abstract and disabled ones too. */
function ours(all: Node | undefined): readonly Entry[] {
  const instanceOf = instances(all);
  return entriesOf(all).filter((entry) => componentNames.includes(instanceOf(entry) ?? entry.key));
}

/** What keeps the component that was meant from being one. */
function noneHint(all: Node | undefined): string {
  const unused = ours(all)[0];
  if (unused !== undefined) {
    return `"${unused.key}" is abstract or disabled: write a real one that inherits from it, or set metadata.enabled`;
  }
  const near = entriesOf(all).find((e) => nearest(e.key, componentNames) !== null);
  if (near === undefined) return "write it under components.terraform.aws-sso";
  return `is it "${near.key}"? rename it to aws-sso, or set its metadata.component to aws-sso`;
}

function notFound(message: string, where: Node | Entry, hint: string): Diagnostic {
  const span = "keySpan" in where ? where.keySpan : where.span;
  return { code: "IDC208", severity: "error", message, span, hint };
}
