import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.js";
import { didYouMean } from "../diagnostic/suggest.js";
import { assembleBackend, type Backend } from "./backend.js";
import { backendProblems } from "./backend-rules.js";
import { unknownTags } from "./read/unknown-tag.js";
import { backendIsAMap, backendTypeIsSupported } from "./rules/backends-are-valid.js";
import { error } from "./rules/rule.js";
import { child, entriesOf, isNull, type Node } from "./yaml/node.js";
import { parseYaml } from "./yaml/parse.js";

/** A backend that takes the place of the catalog's; null is the project's own local state. */
export interface GivenBackend {
  readonly backend: Backend | null;
}

const known = ["backend_type", "backend"];

/** Reads the file of `--backend`: the two keys of a catalog, checked as there. Nothing is given on an error. */
export function readBackendFile(
  text: string,
  file: string,
): { readonly given: GivenBackend | null; readonly diagnostics: readonly Diagnostic[] } {
  const { root, diagnostics } = parseYaml(text, file);
  const found = root === null || hasErrors(diagnostics) ? diagnostics : [...diagnostics, ...check(root)];
  if (root === null || hasErrors(found)) return { given: null, diagnostics: found };
  return { given: { backend: assembleBackend(written(root)) }, diagnostics: found };
}

function check(root: Node): readonly Diagnostic[] {
  if (root.kind !== "map") return [error("IDC112", "the file must be a map of keys at the top", root.span)];
  const hint = 'known keys: backend_type, backend; as in "backend_type: s3"';
  const unknown = entriesOf(root)
    .filter((e) => !known.includes(e.key))
    .map((e) => error("IDC202", `unknown key "${e.key}"${didYouMean(e.key, known)}`, e.keySpan, hint));
  const facts = { written: written(root) };
  const { backendType } = facts.written;
  const typed = backendType !== undefined && !isNull(backendType);
  return [
    ...unknown,
    ...unknownTags(root),
    ...(typed
      ? backendTypeIsSupported(facts)
      : [error("IDC380", "backend_type is missing", root.span, hint)]),
    ...backendIsAMap(facts),
    ...backendProblems(facts.written),
  ];
}

function written(root: Node): Parameters<typeof assembleBackend>[0] {
  const backend = child(root, "backend");
  return {
    backendType: child(root, "backend_type"),
    backend: backend === undefined || isNull(backend) ? undefined : backend,
  };
}
