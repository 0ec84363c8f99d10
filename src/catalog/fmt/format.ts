import { type Diagnostic, hasErrors, type Span } from "../../diagnostic/diagnostic.js";
import { parseYaml } from "../yaml/parse.js";
import { findPlaces } from "./find-places.js";
import { layOut } from "./layout.js";
import { orderCollections } from "./order-collections.js";
import { ourComponents } from "./our-components.js";
import { quotes } from "./quote.js";
import { remarksOf } from "./remarks.js";
import { rewrite } from "./rewrite.js";
import { haveSameMeaning, type Meaning } from "./same-meaning.js";
import { parseTree } from "./tree.js";

export type Formatted =
  | { readonly ok: true; readonly text: string }
  /** The text is not a catalog file; nothing was formatted. */
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Formats one catalog file. `components` are keys of components that other files make part of the catalog.
 * Throws when the result would not say the same, which is a mistake of this program.
 */
export function formatCatalog(text: string, file: string, components: Iterable<string> = []): Formatted {
  const unmarked = text.replace(/^\uFEFF+/, "");
  const { root, diagnostics } = parseYaml(unmarked, file);
  if (root === null || hasErrors(diagnostics)) return { ok: false, diagnostics };
  if (root.kind !== "map") return { ok: false, diagnostics: [notAMap(root.span)] };
  const ours = ourComponents(root, components);
  const before = { root, places: findPlaces(root, ours) };
  const laidOut = layOut(unmarked.replace(/\r+\n/g, "\n"));
  const formatted = arrange(laidOut, meaningOf(laidOut, ours));
  const after = meaningOf(formatted, ours);
  if (
    after === null ||
    !haveSameMeaning(before, after) ||
    !isSame(remarksOf(unmarked), remarksOf(formatted))
  ) {
    throw new Error(`formatting ${file} would change what it says; it was left as it is`);
  }
  return { ok: true, text: formatted };
}

function arrange(text: string, meaning: Meaning | null): string {
  const tree = parseTree(text);
  if (meaning === null || tree === null) return text;
  const { places } = meaning;
  return rewrite(text, [...quotes(text, tree, places), ...orderCollections(text, tree, places)]);
}

function meaningOf(text: string, components: ReadonlySet<string>): Meaning | null {
  const { root, diagnostics } = parseYaml(text, "");
  if (root === null || hasErrors(diagnostics)) return null;
  return { root, places: findPlaces(root, components) };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}

function notAMap(span: Span): Diagnostic {
  const message = "the file must be a map of keys at the top";
  return { code: "IDC112", severity: "error", message, span, hint: null };
}
