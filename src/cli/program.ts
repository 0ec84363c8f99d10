import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { providerNames } from "../catalog/identity-provider/identity-provider.js";
import type { AccessFormat } from "../report/access.js";
import { plain } from "../report/paint.js";
import { exit } from "./exit.js";
import { describeIdp } from "./idp-program.js";
import { defaultCatalog, withCatalog, withDirectory, withNow } from "./options.js";
import type { Shell } from "./shell.js";
import { withAllow, withBackend, withPlanning, withSandbox, withStack } from "./workspace-options.js";

/** Runs one command line and gives its exit code. Verbs are loaded when they are used. */
export async function run(shell: Shell, args: readonly string[]): Promise<number> {
  const usable = args.includes("--no-color") ? { ...shell, paint: plain, paintOut: plain } : shell;
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
  const verb = (name: string, description: string): Command => addVerb(program, name, description);

  withNow(withDirectory(withCatalog(verb("validate", "check the catalog; needs no network"))))
    .addOption(format("text", "json", "sarif", "github"))
    .action(async (options) => end((await import("./verbs/validate.js")).validate(shell, options)));
  withNow(withDirectory(withCatalog(verb("access", "show who gets what, where, and which line says so"))))
    .addOption(format("text", "json", "csv", "markdown"))
    .action(async (options: { format: AccessFormat }) =>
      end((await import("./verbs/access.js")).access(shell, options)),
    );
  withNow(withDirectory(withCatalog(verb("explain", "show why somebody has access, or has not"))))
    .addOption(new Option("--group <name>", "of this group").conflicts("user"))
    .option("--user <name>", "granted to this user directly")
    .option("--account <account>", "in this account, by name or id")
    .option("--permission-set <name>", "with this permission set")
    .addOption(format("text", "json"))
    .action(async (options) => end((await import("./verbs/explain.js")).explain(shell, options)));
  withNow(withDirectory(withCatalog(verb("report", "the access report, for people who read it"))))
    .addOption(format("html", "csv", "markdown", "json"))
    .option("--audit <file>", "JSON of an audit, whose findings and drift are shown")
    .option("--since <file>", "an earlier report, HTML or JSON, to compare with")
    .option("--title <text>", "title of the report", "AWS access")
    .option("--out <file>", "write into this file (default: stdout)")
    .action(async (options) => end(await (await import("./verbs/report.js")).report(shell, options)));
  verb("fmt", "order and quote the files of the catalog, keeping comments")
    .addArgument(
      new Argument(
        "[file...]",
        'files to format; "-" is stdin (default: the catalog and its imports)',
      ).argParser(oneStdin),
    )
    .option("--catalog <file>", `catalog file (default: $IDENTITY_CATALOG or ${defaultCatalog})`)
    .option("--check", "change nothing; exit code 2 when a file is not formatted")
    .addOption(format("text", "json"))
    .action(async (files, flags) =>
      end(await (await import("./verbs/fmt.js")).fmt(shell, files ?? [], flags)),
    );
  withBackend(
    withNow(
      withStack(
        withDirectory(withCatalog(verb("synth", "write the Terraform of the catalog; needs no network"))),
      ),
    ),
  )
    .option("--out <dir>", "output folder", "cdktf.out")
    .addOption(format("text", "json"))
    .action(async (options) => end(await (await import("./verbs/synth.js")).synth(shell, options)));
  const workspace = (name: string, description: string, ...more: readonly string[]): Command =>
    withSandbox(withBackend(withStack(withCatalog(verb(name, description))))).addOption(
      format("text", "json", ...more),
    );
  workspace("preflight", "check that AWS, the directory and the state are ready for a plan").action(
    async (flags) => end(await (await import("./verbs/preflight.js")).preflight(shell, flags)),
  );
  withSandbox(
    withDirectory(
      withCatalog(verb("resolve", "write the directory snapshot: accounts, groups and users with their ids")),
    ),
  )
    .addOption(format("text", "json"))
    .action(async (flags) => end(await (await import("./verbs/resolve.js")).resolve(shell, flags)));
  withPlanning(workspace("plan", "plan, and save the run; exit code 2 means changes", "markdown")).action(
    async (flags) => end(await (await import("./verbs/plan.js")).plan(shell, flags)),
  );
  withAllow(workspace("apply", "apply exactly a saved run, the newest by default"))
    .argument("[run]", "id of the run")
    .action(async (run, flags) => end(await (await import("./verbs/apply.js")).apply(shell, run, flags)));
  withPlanning(workspace("deploy", "plan, show, ask, apply that plan, and plan again"))
    .option("--auto-approve", "apply without asking")
    .action(async (flags) => end(await (await import("./verbs/deploy.js")).deploy(shell, flags)));
  workspace("unlock", "release the lock of a state whose run is dead, after asking").action(async (flags) =>
    end(await (await import("./verbs/unlock.js")).unlock(shell, flags)),
  );
  workspace("audit", "compare catalog, state and AWS; changes nothing", "sarif", "markdown", "csv")
    .addOption(
      new Option("--fail-on <severity>", "exit code 2 from findings of this severity on")
        .choices(["error", "warning", "info", "never"])
        .default("warning"),
    )
    .option(
      "--baseline <file>",
      "findings that are accepted for a time (default: audit-baseline.yaml beside the catalog, when it exists)",
    )
    .option("--complete", "look at every permission set in every account, so that no grant can be missed")
    .option("--no-state", "compare the catalog with AWS only; needs no Terraform")
    .option("--out <dir>", "write every format into this folder as well")
    .action(async (flags) => end(await (await import("./verbs/audit.js")).audit(shell, flags)));
  withSandbox(withCatalog(verb("quotas", "how much of each quota is used, and what hits it next")))
    .addOption(format("text", "json"))
    .action(async (flags) => end(await (await import("./verbs/quotas.js")).quotas(shell, flags)));
  workspace("setup", "where am I: the checklist from a new organization to the first deploy")
    .addOption(
      new Option(
        "--provider <name>",
        "your identity provider (default: of the component identity-provider)",
      ).choices([...providerNames]),
    )
    .option("--token-env <name>", "environment variable that holds the SCIM access token", "SCIM_TOKEN")
    .action(async (flags) => end(await (await import("./verbs/setup.js")).setup(shell, flags)));
  const idp = program.command("idp").description("connect the identity provider: guides and checks");
  idp.exitOverride().showHelpAfterError('(run "identity idp --help" for its verbs)');
  describeIdp((name, description) => addVerb(idp, name, description), shell, end);
  verb("sandbox", "serve an AWS endpoint on this machine until interrupted")
    .addOption(new Option("--port <n>", "TCP port; 0 takes a free one").default(0).argParser(portNumber))
    .option("--seed <file>", "organization of a new state (default: the reference organization)")
    .option("--state <file>", "state file (default: .identity/sandbox/aws.json)")
    .option("--no-throttle", "do not enforce AWS's request rates")
    .action(async (flags) => end(await (await import("./verbs/sandbox.js")).sandbox(shell, flags)));
  verb("workflow", "run a named workflow of workflows/*.yaml")
    .argument("<name>", "name of the workflow, such as deploy/sso")
    .option("-f, --file <file>", "file of workflows/, without its ending", "identity")
    .action(async (name, flags) =>
      end(await (await import("./verbs/workflow.js")).workflow(shell, name, flags)),
    );
  return program;
}

function addVerb(parent: Command, name: string, description: string): Command {
  const path = parent.parent === null ? name : `${parent.name()} ${name}`;
  return parent
    .command(name)
    .description(description)
    .exitOverride()
    .showHelpAfterError(`(run "identity ${path} --help" for its options)`)
    .option("--no-color", "no colours")
    .option("--verbose", "show stack traces");
}

/** What stdin is formatted into goes to stdout, where the names of other files would be in the way. */
function oneStdin(file: string, before: readonly string[] = []): readonly string[] {
  if (before.includes("-") || (file === "-" && before.length > 0)) {
    throw new InvalidArgumentError('"-" stands alone.');
  }
  return [...before, file];
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError("write a whole number from 0 to 65535.");
}

function format(...choices: readonly [string, ...string[]]): Option {
  return new Option("--format <format>", "output format").choices(choices).default(choices[0]);
}
