import { knownAccounts } from "../../access/accounts.js";
import { explain as explainAccess } from "../../access/explain/explain.js";
import { type Question, readQuestion } from "../../access/explain/filter.js";
import { type ExplainFormat, explainReports } from "../../report/explain.js";
import { exit } from "../exit.js";
import { expandedAccess } from "../expanded-access.js";
import { nodeFiles } from "../node-files.js";
import type { CatalogOptions } from "../options.js";
import type { Shell } from "../shell.js";

export interface ExplainOptions extends CatalogOptions {
  readonly group?: string;
  readonly user?: string;
  readonly account?: string;
  readonly permissionSet?: string;
  readonly format: ExplainFormat;
}

/** `identity explain`: why somebody has what they have, or has not. */
export function explain(shell: Shell, options: ExplainOptions): number {
  const question = asked(options);
  if (Object.values(question).every((part) => part === null)) {
    shell.err("error: give at least one of --group, --user, --account and --permission-set\n");
    return exit.invalid;
  }
  const expanded = expandedAccess(shell, options);
  if (!expanded.ok) return expanded.code;
  const accounts = knownAccounts(expanded.catalog, expanded.directory);
  if (accounts === null) return exit.refused;
  const { filter, mistakes } = readQuestion(question, expanded.catalog, accounts);
  if (filter === null) {
    for (const mistake of mistakes) shell.err(`error: ${mistake}\n`);
    return exit.invalid;
  }
  if (filter.principal?.type === "USER") shell.err(noMemberships);
  const explanation = explainAccess({ ...expanded, accounts, linesOf: linesOf(shell.cwd) }, filter);
  shell.out(explainReports[options.format](explanation, shell.paintOut));
  return exit.done;
}

const noMemberships =
  "only what is granted to the user directly: who is in which group is not in the snapshot; for access through a group, use --group\n";

function asked({ group, user, account, permissionSet }: ExplainOptions): Question {
  return {
    group: group ?? null,
    user: user ?? null,
    account: account ?? null,
    permissionSet: permissionSet ?? null,
  };
}

/** Each file is read once. */
function linesOf(cwd: string): (file: string) => readonly string[] {
  const files = nodeFiles(cwd);
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const lines = known.get(file) ?? (files.read(file).text ?? "").split("\n");
    known.set(file, lines);
    return lines;
  };
}
