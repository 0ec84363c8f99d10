import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import type { Ignore } from "../ignore/ignore.js";
import { readIgnores } from "../ignore/read-ignores.js";
import { child, type Entry, entriesOf, type MapNode, type Node, textOf } from "../yaml/node.js";
import { parseYaml } from "../yaml/parse.js";
import { type CatalogFiles, isBelow, joinPath } from "./files.js";

export interface WithPolicyFiles {
  readonly vars: MapNode;
  /** Policy file -> every place where the catalog names it. */
  readonly references: ReadonlyMap<string, readonly Span[]>;
  /** The `# identity-ignore` comments of policies in YAML; JSON has none. */
  readonly ignores: readonly Ignore[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Puts the policy of a file in the place of `inline_policy: {file: policies/x.json}`, so that everything
 * after sees policies alone. Paths are relative to `folder`, the catalog's, and stay below it.
 */
export function withPolicyFiles(vars: MapNode, files: CatalogFiles, folder: string): WithPolicyFiles {
  const references = new Map<string, readonly Span[]>();
  const ignores: Ignore[] = [];
  const diagnostics: Diagnostic[] = [];
  const read = (set: Entry): Entry => {
    const policy = child(set.value, "inline_policy");
    const file = child(policy, "file");
    if (policy?.kind !== "map" || file === undefined || file.tag !== null) return set;
    const found = policyFrom(policy, textOf(file) ?? "", file.span, files, folder);
    for (const diagnostic of found.diagnostics) diagnostics.push(diagnostic);
    for (const ignore of found.ignores) ignores.push(ignore);
    if (found.path !== null) {
      references.set(found.path, [...(references.get(found.path) ?? []), file.span]);
    }
    return withEntry(set, "inline_policy", found.policy);
  };
  const sets = vars.entries.get("permission_sets");
  if (sets?.value.kind !== "map") return { vars, references, ignores, diagnostics };
  const entries = new Map(entriesOf(sets.value).map((set) => [set.key, read(set)]));
  const replaced = { ...sets, value: { ...sets.value, entries } };
  return {
    vars: { ...vars, entries: new Map(vars.entries).set(sets.key, replaced) },
    references,
    ignores,
    diagnostics,
  };
}

interface FoundPolicy {
  /** Null when nothing is usable, which was reported. */
  readonly policy: Node | null;
  readonly path: string | null;
  readonly ignores: readonly Ignore[];
  readonly diagnostics: readonly Diagnostic[];
}

function policyFrom(
  policy: MapNode,
  written: string,
  span: Span,
  files: CatalogFiles,
  folder: string,
): FoundPolicy {
  const failed = (code: string, message: string, hint: string): FoundPolicy => ({
    policy: null,
    path: null,
    ignores: [],
    diagnostics: [{ code, severity: "error", message, span, hint }],
  });
  const other = entriesOf(policy).find((e) => e.key !== "file");
  if (other !== undefined) {
    const message = `inline_policy has both "file" and "${other.key}"`;
    return failed("IDC313", message, "keep the policy in one of the two places");
  }
  if (written === "")
    return failed("IDC201", "the file of an inline policy must be a path", `as in "policies/name.json"`);
  const path = joinPath(folder, written);
  const shown = folder === "" ? "." : folder;
  if (written.startsWith("/") || !isBelow(folder, path)) {
    const message = `policy file "${written}" leaves the folder of the catalog`;
    return failed("IDC109", message, `keep it below "${shown}", as in "policies/name.json"`);
  }
  const read = files.read(path, { below: folder });
  if (read.text === null) {
    const why = read.detail === "" ? "" : `: ${read.detail}`;
    const code = read.why === "outside" ? "IDC109" : "IDC102";
    return failed(code, `cannot read policy file "${path}"${why}`, `paths are relative to "${shown}"`);
  }
  const { root, diagnostics } = parseYaml(read.text, path);
  const comments = readIgnores(read.text, path);
  const all = [...diagnostics, ...comments.diagnostics];
  return { policy: root, path, ignores: comments.ignores, diagnostics: all };
}

function withEntry(set: Entry, key: string, value: Node | null): Entry {
  if (set.value.kind !== "map") return set;
  const entries = new Map(set.value.entries);
  const entry = entries.get(key);
  if (value === null || entry === undefined) entries.delete(key);
  else entries.set(key, { ...entry, value });
  return { ...set, value: { ...set.value, entries } };
}
