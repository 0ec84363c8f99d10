import { type Command, InvalidArgumentError, Option } from "commander";
import type { CatalogOptions } from "./options.js";

export const defaultStack = "aws-sso";

/** Options of every verb that reaches AWS. */
export interface WorkspaceFlags extends CatalogOptions {
  readonly stack: string;
  readonly sandbox?: boolean;
  readonly backend?: string;
  readonly format: string;
}

/** Adds `--sandbox`. */
export function withSandbox(command: Command): Command {
  return command.option("--sandbox", "use an AWS endpoint on this machine, with a state of its own");
}

/** Adds `--stack`. */
export function withStack(command: Command): Command {
  const option = new Option("--stack <name>", "name of the stack, and of its local state");
  return command.addOption(option.default(defaultStack).argParser(stackName));
}

/** Adds `--backend`. */
export function withBackend(command: Command): Command {
  return command.option(
    "--backend <file>",
    "YAML file with backend_type and backend, instead of the catalog's",
  );
}

/** The command line that applies a run with the flags it was planned with. */
export function applyCommand(runId: string, flags: WorkspaceFlags): string {
  return commandLine(["apply", runId], flags);
}

/** The command line of a verb with the same flags. */
export function commandLine(verb: readonly string[], flags: WorkspaceFlags): string {
  const words = ["identity", ...verb];
  if (flags.catalog !== undefined) words.push("--catalog", quoted(flags.catalog));
  if (flags.component !== undefined) words.push("--component", quoted(flags.component));
  if (flags.stack !== defaultStack) words.push("--stack", flags.stack);
  if (flags.backend !== undefined) words.push("--backend", quoted(flags.backend));
  if (flags.sandbox === true) words.push("--sandbox");
  return words.join(" ");
}

/** The name becomes a folder, a file and a construct id. */
function stackName(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(text)) return text;
  throw new InvalidArgumentError('write 1 to 64 letters, digits, "_" and "-".');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
