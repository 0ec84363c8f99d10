import type { Command } from "commander";
import { shownPath } from "./node-files.js";
import type { Shell } from "./shell.js";

/** Options of every verb that reads a catalog. */
export interface CatalogOptions {
  readonly catalog?: string;
  readonly component?: string;
  readonly directory?: string;
}

export const defaultCatalog = "catalog/aws-sso.yaml";
export const defaultDirectory = "catalog/directory.json";

/** Adds `--catalog` and `--component`. */
export function withCatalog(command: Command): Command {
  return command
    .option("--catalog <file>", `catalog file (default: $IDENTITY_CATALOG or ${defaultCatalog})`)
    .option("--component <key>", "component to use when the catalog has several aws-sso components");
}

/** Adds `--directory`. */
export function withDirectory(command: Command): Command {
  return command.option(
    "--directory <file>",
    `directory snapshot (default: $IDENTITY_DIRECTORY, or ${defaultDirectory} when it exists)`,
  );
}

/** The catalog file that was asked for, as it is shown. */
export function catalogFile(shell: Shell, options: CatalogOptions): string {
  return shownPath(shell.cwd, options.catalog || shell.env["IDENTITY_CATALOG"] || defaultCatalog);
}

/** The snapshot that was asked for, or null when only the default is left. */
export function directoryFile(shell: Shell, options: CatalogOptions): string | null {
  const file = options.directory || shell.env["IDENTITY_DIRECTORY"];
  return file ? shownPath(shell.cwd, file) : null;
}
