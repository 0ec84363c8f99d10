import { join, posix, resolve } from "node:path";
import { providerStackInput } from "../../access/provider-stack-input.js";
import { type Backend, projectState } from "../../catalog/backend.js";
import { hasErrors } from "../../diagnostic/diagnostic.js";
import { exit } from "../exit.js";
import { expandedAccess } from "../expanded-access.js";
import { givenBackend } from "../given-backend.js";
import { packageIsMissing } from "../missing-package.js";
import { shownPath } from "../node-files.js";
import { type CatalogOptions, catalogFile } from "../options.js";
import type { Shell } from "../shell.js";
import { showDiagnostics, stop } from "../show.js";
import { loadSynthAll } from "../synth-port.js";

/** `identity synth`: the Terraform of the catalog, without asking AWS. */
export async function synth(
  shell: Shell,
  options: CatalogOptions & {
    readonly out: string;
    readonly stack: string;
    readonly backend?: string;
    readonly format: string;
  },
): Promise<number> {
  const file = givenBackend(shell, options.backend);
  if (hasErrors(file.diagnostics)) return stop(shell, file.diagnostics, options.format, exit.invalid);
  showDiagnostics(shell, file.diagnostics);
  const expanded = expandedAccess(shell, options);
  if (!expanded.ok) return expanded.code;
  const { catalog, model, moves, identityProvider, now } = expanded;
  const { stack } = options;
  const wanted = file.given === null ? catalog.backend : file.given.backend;
  const backend = fromOutput(wanted ?? projectState(stack));
  const input = { stack, model, backend, moved: moves.moved, adoptions: moves.imports };
  const provider =
    identityProvider === null
      ? { input: null, diagnostics: [] }
      : providerStackInput({
          provider: identityProvider,
          catalog,
          now,
          accessStack: stack,
          backendOf: fromOutput,
        });
  const write = await loadSynthAll();
  const written = await write(input, provider.input, resolve(shell.cwd, options.out));
  const missing =
    written.ok || identityProvider === null
      ? []
      : [packageIsMissing(written.missing, identityProvider.component.span)];
  showDiagnostics(shell, [...provider.diagnostics, ...missing]);
  const stacks = [stack, ...(provider.input !== null && written.ok ? [provider.input.stack] : [])];
  const files = stacks.map((name) => shownPath(shell.cwd, join(options.out, "stacks", name, "cdk.tf.json")));
  if (options.format === "json")
    shell.out(`${JSON.stringify({ version: 1, file: files[0], files }, null, 2)}\n`);
  else for (const path of files) shell.out(`${path} written from ${catalogFile(shell, options)}\n`);
  return exit.done;
}

/** A local path as seen from where Terraform runs. Always three folders up, so that the bytes do not depend on `--out`. */
function fromOutput(backend: Backend): Backend {
  return backend.type === "local" ? { type: "local", path: posix.join("../../..", backend.path) } : backend;
}
