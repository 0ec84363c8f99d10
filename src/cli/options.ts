import { type Command, InvalidArgumentError, Option } from "commander";
import { instantHint, readInstant } from "../catalog/instant.js";
import { shownPath } from "./node-files.js";
import type { Shell } from "./shell.js";

/** Options of every verb that reads a catalog. */
export interface CatalogOptions {
  readonly catalog?: string;
  readonly component?: string;
  readonly directory?: string;
  /** ISO-8601 instant in UTC. */
  readonly now?: string;
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

/** Adds `--now`. */
export function withNow(command: Command): Command {
  const option = new Option("--now <time>", "look at ends of assignments as of this date or timestamp");
  return command.addOption(option.argParser(instant));
}

function instant(text: string): string {
  const at = readInstant(text);
  if (at !== null) return at;
  throw new InvalidArgumentError(`${instantHint(text)}.`);
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
