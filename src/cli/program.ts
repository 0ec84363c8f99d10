import { Command, CommanderError, Option } from "commander";
import type { AccessFormat } from "../report/access.js";
import { plain } from "../report/paint.js";
import { exit } from "./exit.js";
import { withCatalog, withDirectory } from "./options.js";
import type { Shell } from "./shell.js";

/** Runs one command line and gives its exit code. Verbs are loaded when they are used. */
export async function run(shell: Shell, args: readonly string[]): Promise<number> {
  const usable = args.includes("--no-color") ? { ...shell, paint: plain } : shell;
  let code: number = exit.done;
  const program = describe(usable, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.invalid;
    if (usable.signal.aborted) return exit.interrupted;
    const { unexpected } = await import("./unexpected.js");
    return unexpected(usable, error, args.includes("--verbose"));
  }
}

function describe(shell: Shell, end: (code: number) => void): Command {
  const program = new Command("identity")
    .description("AWS IAM Identity Center access as code")
    .option("--no-color", "no colours")
    .option("--verbose", "show stack traces of unexpected errors")
    .exitOverride()
    .configureOutput({ writeOut: shell.out, writeErr: shell.err })
    .showHelpAfterError('(run "identity --help" for the verbs)');
  const verb = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .exitOverride()
      .option("--no-color", "no colours")
      .option("--verbose", "show stack traces");

  withDirectory(withCatalog(verb("validate", "check the catalog; needs no network")))
    .addOption(format("text", "json"))
    .action(async (options) => end((await import("./verbs/validate.js")).validate(shell, options)));
  withDirectory(withCatalog(verb("access", "show who gets what, where, and which line says so")))
    .addOption(format("text", "json", "csv", "markdown"))
    .action(async (options: { format: AccessFormat }) =>
      end((await import("./verbs/access.js")).access(shell, options)),
    );
  withDirectory(withCatalog(verb("synth", "write the Terraform of the catalog; needs no network")))
    .option("--out <dir>", "output folder", "cdktf.out")
    .option("--stack <name>", "name of the stack", "aws-sso")
    .action(async (options) => end(await (await import("./verbs/synth.js")).synth(shell, options)));
  return program;
}

function format(...choices: readonly [string, ...string[]]): Option {
  return new Option("--format <format>", "output format").choices(choices).default(choices[0]);
}
