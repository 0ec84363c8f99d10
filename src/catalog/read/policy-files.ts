import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import type { Ignore } from "../ignore/ignore.js";
import { readIgnores } from "../ignore/read-ignores.js";
import { newBudget } from "../yaml/budget.js";
import { child, type Entry, entriesOf, type MapNode, type Node, textOf } from "../yaml/node.js";
import { parseYaml } from "../yaml/parse.js";
import { type CatalogFiles, isBelow, joinPath, type Unread } from "./files.js";
import { unreadable } from "./unreadable.js";

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
 * after sees policies alone. Paths are relative to `folder`, the catalog's, and stay below it. Each file is
 * read once, however many sets name it, and all within one budget.
 */
export function withPolicyFiles(vars: MapNode, files: CatalogFiles, folder: string): WithPolicyFiles {
  const references = new Map<string, readonly Span[]>();
  const ignores: Ignore[] = [];
  const diagnostics: Diagnostic[] = [];
  const policies = new Map<string, Node | null>();
  const budget = newBudget();

  /** The policy for a set; null when nothing is usable, which is reported. */
  function policyOf(policy: MapNode, file: Node): Node | null {
    const path = pathIn(policy, textOf(file) ?? "", file.span, folder);
    if (typeof path !== "string") {
      diagnostics.push(path);
      return null;
    }
    const known = policies.get(path);
    const root = known === undefined ? read(path, file.span) : known;
    if (policies.has(path)) references.set(path, [...(references.get(path) ?? []), file.span]);
    return root;
  }

  function read(path: string, span: Span): Node | null {
    const found = files.read(path, { below: folder });
    if (found.text === null) {
      diagnostics.push(notRead(path, found, span, folder));
      return null;
    }
    const { root, diagnostics: ofYaml } = parseYaml(found.text, path, budget);
    const comments = readIgnores(found.text, path);
    for (const diagnostic of [...ofYaml, ...comments.diagnostics]) diagnostics.push(diagnostic);
    for (const ignore of comments.ignores) ignores.push(ignore);
    policies.set(path, root);
    return root;
  }

  function withPolicy(set: Entry): Entry {
    const policy = child(set.value, "inline_policy");
    const file = child(policy, "file");
    if (policy?.kind !== "map" || file === undefined || file.tag !== null) return set;
    return withEntry(set, "inline_policy", policyOf(policy, file));
  }

  const sets = vars.entries.get("permission_sets");
  if (sets?.value.kind !== "map") return { vars, references, ignores, diagnostics };
  const entries = new Map(entriesOf(sets.value).map((set) => [set.key, withPolicy(set)]));
  const replaced = { ...sets, value: { ...sets.value, entries } };
  return {
    vars: { ...vars, entries: new Map(vars.entries).set(sets.key, replaced) },
    references,
    ignores,
    diagnostics,
  };
}

/** The path of a policy's file, or why it is none. */
function pathIn(policy: MapNode, written: string, span: Span, folder: string): string | Diagnostic {
  const other = entriesOf(policy).find((e) => e.key !== "file");
  if (other !== undefined) {
    const message = `inline_policy has both "file" and "${other.key}"`;
    return problem("IDC313", message, span, "keep the policy in one of the two places");
  }
  if (written === "") {
    const message = "the file of an inline policy must be a path";
    return problem("IDC201", message, span, 'as in "policies/name.json"');
  }
  const path = joinPath(folder, written);
  if (!written.startsWith("/") && isBelow(folder, path)) return path;
  const message = `policy file "${written}" leaves the folder of the catalog`;
  return problem("IDC109", message, span, `keep it below "${shown(folder)}", as in "policies/name.json"`);
}

function notRead(path: string, unread: Unread, span: Span, folder: string): Diagnostic {
  if (unread.why !== "absent") return unreadable(path, unread, span, "");
  return problem(
    "IDC102",
    `cannot read policy file "${path}"`,
    span,
    `paths are relative to "${shown(folder)}"`,
  );
}

function shown(folder: string): string {
  return folder === "" ? "." : folder;
}

function problem(code: string, message: string, span: Span, hint: string): Diagnostic {
  return { code, severity: "error", message, span, hint };
}

function withEntry(set: Entry, key: string, value: Node | null): Entry {
  if (set.value.kind !== "map") return set;
  const entries = new Map(set.value.entries);
  const entry = entries.get(key);
  if (value === null || entry === undefined) entries.delete(key);
  else entries.set(key, { ...entry, value });
  return { ...set, value: { ...set.value, entries } };
}
