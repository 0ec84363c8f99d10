import type { Command } from "commander";
import type { CatalogOptions } from "./options.js";

/** Options of every verb that reaches AWS. */
export interface WorkspaceFlags extends CatalogOptions {
  readonly stack: string;
  readonly sandbox?: boolean;
  readonly format: string;
}

/** Adds `--stack` and `--sandbox`. */
export function withWorkspace(command: Command): Command {
  return command
    .option("--stack <name>", "name of the stack, and of its local state", "aws-sso")
    .option("--sandbox", "use an AWS endpoint on this machine, with a state of its own");
}
