import { join, resolve } from "node:path";
import { exit } from "../exit.js";
import { expandedAccess } from "../expanded-access.js";
import { shownPath } from "../node-files.js";
import { type CatalogOptions, catalogFile } from "../options.js";
import type { Shell } from "../shell.js";
import { loadSynth } from "../synth-port.js";

/** `identity synth`: the Terraform of the catalog, without asking AWS. */
export async function synth(
  shell: Shell,
  options: CatalogOptions & { readonly out: string; readonly stack: string; readonly format: string },
): Promise<number> {
  const expanded = expandedAccess(shell, options);
  if (!expanded.ok) return expanded.code;
  const { catalog, model, moves } = expanded;
  const { stack } = options;
  const backend = catalog.backend ?? {
    type: "local" as const,
    path: `../../../.identity/state/${stack}.tfstate`,
  };
  const input = { stack, model, backend, moved: moves.moved, adoptions: moves.imports };
  const write = await loadSynth();
  await write(input, resolve(shell.cwd, options.out));
  const file = shownPath(shell.cwd, join(options.out, "stacks", stack, "cdk.tf.json"));
  if (options.format === "json") shell.out(`${JSON.stringify({ version: 1, file }, null, 2)}\n`);
  else shell.out(`${file} written from ${catalogFile(shell, options)}\n`);
  return exit.done;
}
