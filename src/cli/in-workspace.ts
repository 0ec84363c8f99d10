import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Catalog } from "../catalog/catalog.js";
import { tokenEndIsSaid } from "../catalog/identity-provider/token-end.js";
import type { Ignores } from "../catalog/ignore/ignore.js";
import { type Ignored, withoutIgnored } from "../catalog/ignore/without-ignored.js";
import { type LoadedCatalog, loadCatalog } from "../catalog/load.js";
import type { ReadFile, ReadLimits } from "../catalog/read/files.js";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.js";
import { diagnosticsJson } from "../report/diagnostics.js";
import { problemDiagnostic } from "../terraform/outcome.js";
import type { Ended, Why } from "../workflow/ended.js";
import type { Ports } from "../workflow/ports.js";
import { exit } from "./exit.js";
import { givenBackend } from "./given-backend.js";
import { nodeFiles } from "./node-files.js";
import { catalogFile } from "./options.js";
import { startEmbeddedSandbox } from "./ports/embedded-sandbox.js";
import { openWorkspace, type WorkspaceOptions } from "./ports/workspace.js";
import type { Shell } from "./shell.js";
import { showDiagnostics, stop } from "./show.js";
import type { WorkspaceFlags } from "./workspace-options.js";

/** What a verb that reaches AWS works with. */
export interface Working {
  readonly shell: Shell;
  readonly ports: Ports;
  readonly catalog: Catalog;
  /** SHA-256 over every catalog file that was read. */
  readonly catalogHash: string;
  /** The catalog's warnings, which people have been shown; they belong into JSON as well. */
  readonly warnings: readonly Diagnostic[];
  /** What the catalog's comments took out of them. */
  readonly ignored: readonly Ignored[];
  /** For what the verb finds later. */
  readonly ignores: Ignores;
}

const codes: Readonly<Record<Why, number>> = {
  invalid: exit.invalid,
  refused: exit.refused,
  failed: exit.failed,
  interrupted: exit.interrupted,
};

/** Reads the catalog, opens AWS (or the sandbox) and Terraform, runs a verb, and closes everything. */
export async function inWorkspace(
  outer: Shell,
  flags: WorkspaceFlags,
  verb: (working: Working) => Promise<Ended<number>>,
): Promise<number> {
  const loaded = readCatalog(outer, flags);
  const { catalog, hash, ignores } = loaded;
  const backend = givenBackend(outer, flags.backend);
  const found = [
    ...loaded.diagnostics,
    ...backend.diagnostics,
    ...tokenEndIsSaid(loaded.identityProvider, outer.now().toISOString()),
  ];
  const { diagnostics, ignored } = withoutIgnored(found, ignores);
  if (catalog === null || hasErrors(diagnostics)) {
    return stop(outer, diagnostics, flags.format, exit.invalid, ignored);
  }
  const warnings = diagnostics.filter((d) => d.severity !== "info");
  return withPorts(outer, flags, { region: catalog.region, given: backend.given }, async (shell, ports) => {
    showDiagnostics(shell, warnings, ignored);
    const ended = await verb({ shell, ports, catalog, catalogHash: hash, warnings, ignored, ignores });
    if (ended.ok) return ended.value;
    const later = withoutIgnored(ended.diagnostics, ignores);
    showDiagnostics(shell, later.diagnostics, later.ignored);
    // The warnings were shown before the verb began; the JSON has them too.
    const all = [...warnings, ...later.diagnostics];
    if (flags.format === "json") shell.out(diagnosticsJson(all, [...ignored, ...later.ignored]));
    return codes[ended.why];
  });
}

/** Opens AWS (or the sandbox) and Terraform, and closes them when the work is done. */
export async function withPorts(
  outer: Shell,
  flags: WorkspaceFlags,
  options: Pick<WorkspaceOptions, "region" | "given">,
  work: (shell: Shell, ports: Ports) => Promise<number>,
): Promise<number> {
  const root = join(outer.cwd, ".identity", ...(flags.sandbox === true ? ["sandbox"] : []));
  const opened = flags.sandbox === true ? await startEmbeddedSandbox(root, outer.env) : null;
  if (opened?.ok === false) return stop(outer, opened.diagnostics, flags.format, codes[opened.why]);
  const sandbox = opened?.value ?? null;
  const shell = sandbox === null ? outer : { ...outer, env: { ...outer.env, ...sandbox.env } };
  try {
    const { stack } = flags;
    const workspace = await openWorkspace(shell, { ...options, stack, root, sandbox: sandbox !== null });
    if (!workspace.ok) {
      return stop(shell, [problemDiagnostic(workspace.problem)], flags.format, exit.failed);
    }
    try {
      return await work(shell, workspace.value.ports);
    } finally {
      workspace.value.close();
    }
  } finally {
    await sandbox?.close();
  }
}

function readCatalog(shell: Shell, flags: WorkspaceFlags): LoadedCatalog & { readonly hash: string } {
  const hash = createHash("sha256");
  const files = nodeFiles(shell.cwd);
  const recording = {
    ...files,
    read: (path: string, limits?: ReadLimits): ReadFile => {
      const read = files.read(path, limits);
      hash.update(JSON.stringify([path, read.text]));
      return read;
    },
  };
  const loaded = loadCatalog(recording, catalogFile(shell, flags), flags.component ?? null);
  return { ...loaded, hash: hash.digest("hex") };
}
