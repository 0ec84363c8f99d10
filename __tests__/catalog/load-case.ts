import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildAccess } from "../../src/access/build.js";
import type { AccessModel, Grant } from "../../src/access/model.js";
import { unusedIgnores } from "../../src/catalog/ignore/unused-ignores.js";
import { withoutIgnored } from "../../src/catalog/ignore/without-ignored.js";
import { loadCatalog } from "../../src/catalog/load.js";
import { nodeFiles } from "../../src/cli/node-files.js";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { compareDiagnostics } from "../../src/diagnostic/order.js";
import { visible } from "../../src/diagnostic/visible.js";
import type { Directory } from "../../src/directory/directory.js";
import { clock } from "../doubles/facts.js";

/** The folder of catalogs that are read by people and by tests. */
export const catalogsFolder = join(dirname(fileURLToPath(import.meta.url)), "../fixtures/catalogs");

/** Names of the cases below a folder of fixtures. */
export function casesIn(kind: "valid" | "invalid"): readonly string[] {
  return readdirSync(join(catalogsFolder, kind)).sort();
}

/** Loads a fixture as `identity validate` does: its catalog, and directory.json when there is one. */
export function loadCase(folder: string): {
  readonly model: AccessModel | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  const file = existsSync(join(folder, "catalog")) ? "catalog/aws-sso.yaml" : "aws-sso.yaml";
  const snapshot = join(folder, "directory.json");
  const directory = existsSync(snapshot) ? (JSON.parse(readFileSync(snapshot, "utf8")) as Directory) : null;
  const { catalog, diagnostics, ignores } = loadCatalog(nodeFiles(folder), file, null);
  if (catalog === null) return { model: null, diagnostics };
  const built = buildAccess(catalog, directory, clock);
  const found = [...diagnostics, ...built.diagnostics];
  const all = [...found, ...unusedIgnores(ignores, found, directory !== null)].sort(compareDiagnostics);
  return { model: built.model, diagnostics: withoutIgnored(all, ignores).diagnostics };
}

/** `file:line:column severity CODE message → hint` */
export function diagnosticLine({ span, severity, code, message, hint }: Diagnostic): string {
  const place = span === null ? "-" : `${span.file}:${span.line}:${span.column}`;
  return visible(`${place} ${severity} ${code} ${message}${hint === null ? "" : ` → ${hint}`}`);
}

/** `account id, G or U, principal, permission set, places` */
export function grantLine(grant: Grant): string {
  const sources = grant.sources.map((s) => `${s.file}:${s.line}:${s.column}`).join(" ");
  return `${grant.accountId} ${grant.principalType.charAt(0)} ${grant.principalName} ${grant.permissionSet} ${sources}`;
}
