import { knownAccounts } from "../../../src/access/accounts.js";
import { buildAccess } from "../../../src/access/build.js";
import { type Explanation, explain } from "../../../src/access/explain/explain.js";
import type { ExplainFacts } from "../../../src/access/explain/facts.js";
import { type Question, readQuestion } from "../../../src/access/explain/filter.js";
import type { Via } from "../../../src/access/explain/via.js";
import { loadCatalog } from "../../../src/catalog/load.js";
import { hasErrors, type Span } from "../../../src/diagnostic/diagnostic.js";
import type { Directory } from "../../../src/directory/directory.js";
import { catalogFiles } from "../../doubles/catalog-files.js";
import { clock } from "../../doubles/facts.js";

export type Files = Readonly<Record<string, string>>;

export const nothingAsked: Question = { group: null, user: null, account: null, permissionSet: null };

/** The facts of the catalog `aws-sso.yaml`, which must be valid. */
export function factsOf(files: Files, directory: Directory | null = null): ExplainFacts {
  const { catalog, written, diagnostics } = loadCatalog(catalogFiles(files), "aws-sso.yaml", null);
  if (catalog === null || written === null || hasErrors(diagnostics)) {
    throw new Error(JSON.stringify(diagnostics, null, 2));
  }
  const built = buildAccess(catalog, directory, clock);
  const accounts = knownAccounts(catalog, directory);
  if (built.model === null || accounts === null) throw new Error(JSON.stringify(built.diagnostics, null, 2));
  const linesOf = (file: string): readonly string[] => (files[file] ?? "").split("\n");
  return { catalog, written, model: built.model, accounts, directory, now: clock, linesOf };
}

/** What a question is answered with. */
export function answer(facts: ExplainFacts, question: Partial<Question>): Explanation {
  const { filter, mistakes } = readQuestion({ ...nothingAsked, ...question }, facts.catalog, facts.accounts);
  if (filter === null) throw new Error(mistakes.join("\n"));
  return explain(facts, filter);
}

/** `file:line` */
export function place({ file, line }: Span): string {
  return `${file}:${line}`;
}

/** `kind name value @ file:line, used file:line` */
export function viaLine({ kind, name, chosen, value, span, usedAt }: Via): string {
  const what = [kind, name, chosen, value].filter((part) => part !== null && part !== "").join(" ");
  return `${what} @ ${place(span)}${usedAt === null ? "" : `, used ${place(usedAt)}`}`;
}

/** `file:line` of the only line of a file that contains `needle`. */
export function at(files: Files, file: string, needle: string): string {
  const lines = (files[file] ?? "").split("\n");
  const found = lines.flatMap((line, i) => (line.includes(needle) ? [i + 1] : []));
  if (found.length !== 1) throw new Error(`"${needle}" is on ${found.length} lines of ${file}`);
  return `${file}:${found[0]}`;
}
