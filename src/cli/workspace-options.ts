import { type Command, InvalidArgumentError, Option } from "commander";
import { type Refresh, refreshes } from "../workflow/bulk-refresh/refresh.js";
import { type GuardName, guardNames } from "../workflow/guards/guard.js";
import type { PlanInput } from "../workflow/plan.js";
import type { Working } from "./in-workspace.js";
import type { CatalogOptions } from "./options.js";

export const defaultStack = "aws-sso";

/** Options of every verb that reaches AWS. */
export interface WorkspaceFlags extends CatalogOptions {
  readonly stack: string;
  readonly sandbox?: boolean;
  readonly backend?: string;
  readonly format: string;
}

/** Options of the verbs that apply a run. */
export interface ApplyFlags extends WorkspaceFlags {
  /** Guards that may be hit. */
  readonly allow?: readonly GuardName[];
}

/** Options of the verbs that plan. */
export interface PlanFlags extends ApplyFlags {
  /** False with `--no-broadening`. */
  readonly broadening: boolean;
  readonly refresh: Refresh;
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

/** Adds `--allow`, which may be repeated. */
export function withAllow(command: Command): Command {
  const option = new Option("--allow <guard>", `lift a guard; may be repeated: ${guardNames.join(", ")}`);
  return command.addOption(option.argParser(guardName));
}

/** Adds the options of the verbs that plan: `--allow`, `--no-broadening` and `--refresh`. */
export function withPlanning(command: Command): Command {
  const how = new Option("--refresh <how>", "compare the state with AWS object by object, or with few calls");
  return withAllow(command)
    .option("--no-broadening", "refuse a plan that lets anybody do more than before")
    .addOption(how.choices(refreshes).default("full"));
}

/** What a plan is made from. */
export function planInput(
  { catalog, catalogHash }: Working,
  { stack, broadening, refresh }: PlanFlags,
): PlanInput {
  return { catalog, catalogHash, stack, noBroadening: !broadening, refresh };
}

/** The command line that applies a run with the flags it was planned with. */
export function applyCommand(runId: string, flags: ApplyFlags): string {
  const allowed = (flags.allow ?? []).flatMap((guard) => ["--allow", guard]);
  return [commandLine(["apply", runId], flags), ...allowed].join(" ");
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

function guardName(text: string, before: readonly GuardName[] = []): readonly GuardName[] {
  const found = guardNames.find((name) => name === text);
  if (found !== undefined) return [...before, found];
  throw new InvalidArgumentError(`guards are ${guardNames.join(", ")}.`);
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
