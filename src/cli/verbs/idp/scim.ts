import { tokenEndIsSaid } from "../../../catalog/identity-provider/token-end.js";
import type { Diagnostic } from "../../../diagnostic/diagnostic.js";
import type { ScimReport, ScimVerdict } from "../../../idp/scim/report.js";
import { testScim } from "../../../idp/scim/test-scim.js";
import { scimJson, scimText } from "../../../report/idp/scim.js";
import { exit } from "../../exit.js";
import type { CatalogOptions } from "../../options.js";
import { openScim } from "../../ports/scim.js";
import type { Shell } from "../../shell.js";
import { showDiagnostics, stop } from "../../show.js";
import { scimInput } from "./scim-input.js";

export interface ScimFlags extends CatalogOptions {
  readonly url?: string;
  readonly tokenEnv: string;
  readonly format: "text" | "json";
}

const codes: Readonly<Record<ScimVerdict, number>> = {
  well: exit.done,
  findings: exit.found,
  failed: exit.failed,
  invalid: exit.invalid,
};

/** `identity idp scim`: the connection test, and the groups that must exist. */
export async function scim(shell: Shell, flags: ScimFlags): Promise<number> {
  const given = scimInput(shell, flags);
  if (!given.ok) return stop(shell, given.diagnostics, flags.format, exit.invalid);
  const { input, identityProvider } = given;
  const tested = await testScim(openScim(shell), input);
  const about = [...given.diagnostics, ...tokenEndIsSaid(identityProvider, shell.now().toISOString())];
  const report = withMore(tested, about);
  const code = codes[report.verdict];
  const result = { ...report, tokenExpiresOn: identityProvider?.scimTokenExpiresOn?.name ?? null };
  if (flags.format === "text") {
    shell.out(scimText(result, shell.paintOut));
  } else if (code === exit.failed || code === exit.invalid) {
    return stop(shell, report.diagnostics, flags.format, code);
  } else shell.out(scimJson(result));
  showDiagnostics(shell, report.diagnostics);
  return code;
}

/** What the catalog has to say counts as what the endpoint says. */
function withMore(report: ScimReport, more: readonly Diagnostic[]): ScimReport {
  const matters = more.some((d) => d.severity !== "info");
  return {
    ...report,
    verdict: report.verdict === "well" && matters ? "findings" : report.verdict,
    diagnostics: [...report.diagnostics, ...more],
  };
}
