import { Argument, type Command, Option } from "commander";
import { providerNames } from "../catalog/identity-provider/identity-provider.js";
import { withCatalog } from "./options.js";
import type { Shell } from "./shell.js";

type Verb = (name: string, description: string) => Command;

/** The verbs below `identity idp`: all that is done around the clicks in two consoles. */
export function describeIdp(verb: Verb, shell: Shell, end: (code: number) => void): void {
  withCatalog(verb("guide", "the steps to connect an identity provider, with the values to paste"))
    .addArgument(new Argument("<provider>", "which one").choices([...providerNames]))
    .option("--sp-metadata <file>", "the service provider metadata that Identity Center offers for download")
    .addOption(format("text", "markdown", "json"))
    .action(async (provider, flags) =>
      end((await import("./verbs/idp/guide.js")).guide(shell, provider, flags)),
    );
  verb("check", "check SAML metadata before it is uploaded; exit code 2 means findings")
    .argument("<metadata>", "XML file of the identity provider, or of Identity Center")
    .option("--previous <file>", "the metadata in use now, to see what a rotation changes")
    .addOption(new Option("--provider <name>", "the provider it must be from").choices([...providerNames]))
    .addOption(format("text", "json"))
    .action(async (file, flags) => end((await import("./verbs/idp/check.js")).check(shell, file, flags)));
  withCatalog(verb("scim", "test the SCIM endpoint and the required groups"))
    .option("--url <url>", "SCIM endpoint (default: of the catalog's component identity-provider)")
    .option("--token-env <name>", "environment variable that holds the access token", "SCIM_TOKEN")
    .addOption(format("text", "json"))
    .action(async (flags) => end(await (await import("./verbs/idp/scim.js")).scim(shell, flags)));
}

function format(...choices: readonly [string, ...string[]]): Option {
  return new Option("--format <format>", "output format").choices(choices).default(choices[0]);
}
