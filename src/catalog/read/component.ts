import { type Diagnostic, hasErrors } from "../../diagnostic/diagnostic.js";
import { didYouMean, nearest } from "../../diagnostic/suggest.js";
import { componentNames } from "../component-names.js";
import { descend, type Entry, entriesOf, type Node } from "../yaml/node.js";
import type { Loaded } from "./imports.js";
import { instancesOf, isReal, mergeComponent, type WrittenComponent } from "./merge-component.js";
import { fileShape, overridesShape } from "./shape.js";

/** Chooses the component and merges its layers, lowest first, as Atmos does. */
export function readComponent(loaded: Loaded, catalogFile: string, key: string | null): WrittenComponent {
  const { root, own } = loaded;
  if (root === undefined) return { written: null, diagnostics: [] };
  const all = descend(root, "components", "terraform");
  const diagnostics: Diagnostic[] = [...fileShape(root), ...overridesShape(own)];
  if (hasErrors(diagnostics)) return { written: null, diagnostics };
  const chosen = choose(all, catalogFile, root, key, diagnostics);
  if (chosen === null) return { written: null, diagnostics };
  const { written, diagnostics: found } = mergeComponent(loaded, chosen);
  return { written, diagnostics: [...diagnostics, ...found] };
}

function choose(
  all: Node | undefined,
  file: string,
  root: Node,
  key: string | null,
  diagnostics: Diagnostic[],
): Entry | null {
  const matches = instancesOf(all, componentNames).filter(isReal);
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

/** What keeps the component that was meant from being one. */
function noneHint(all: Node | undefined): string {
  const unused = instancesOf(all, componentNames)[0];
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
