import { requiredGroups } from "../../access/required-groups.js";
import type { ProviderName } from "../../catalog/identity-provider/identity-provider.js";
import { loadCatalog } from "../../catalog/load.js";
import { hasErrors } from "../../diagnostic/diagnostic.js";
import { testScim } from "../../idp/scim/test-scim.js";
import { setupJson, setupText } from "../../report/setup.js";
import { gatherSetup } from "../../workflow/setup/gather.js";
import { setupItems } from "../../workflow/setup/setup.js";
import { exit } from "../exit.js";
import { givenBackend } from "../given-backend.js";
import { withPorts } from "../in-workspace.js";
import { nodeFiles } from "../node-files.js";
import { catalogFile } from "../options.js";
import { openScim } from "../ports/scim.js";
import type { Shell } from "../shell.js";
import { stop } from "../show.js";
import { commandLine, type WorkspaceFlags } from "../workspace-options.js";

export interface SetupFlags extends WorkspaceFlags {
  readonly provider?: ProviderName;
  readonly tokenEnv: string;
}

/** Where Identity Center is when nothing says: the SDK needs some region. */
const usualRegion = "us-east-1";

/** `identity setup`: the checklist from a new organization to the first deploy. Only reads. */
export async function setup(outer: Shell, flags: SetupFlags): Promise<number> {
  const given = givenBackend(outer, flags.backend);
  if (hasErrors(given.diagnostics)) return stop(outer, given.diagnostics, flags.format, exit.invalid);
  const file = catalogFile(outer, flags);
  const loaded = loadCatalog(nodeFiles(outer.cwd), file, flags.component ?? null);
  const { identityProvider } = loaded;
  const mistakes = loaded.diagnostics.flatMap((d) => (d.severity === "error" ? [d.message] : []));
  const catalog = mistakes.length === 0 ? loaded.catalog : null;
  const provider = flags.provider ?? identityProvider?.provider ?? null;
  const region =
    loaded.catalog?.region || outer.env["AWS_REGION"] || outer.env["AWS_DEFAULT_REGION"] || usualRegion;
  const token = outer.env[flags.tokenEnv] ?? "";
  const url = identityProvider?.scimEndpoint ?? null;
  return withPorts(outer, flags, { region, given: given.given }, async (shell, ports) => {
    const groups = catalog === null ? null : requiredGroups(catalog, shell.now().toISOString());
    const facts = await gatherSetup(ports, {
      ...{ region, file, catalog, mistakes, provider, identityProvider, stack: flags.stack },
      testScim:
        token === "" || url === null
          ? null
          : () => testScim(openScim(shell), { url, urlFrom: "catalog", token, groups, region }),
      command: (...words) => commandLine(words, flags),
    });
    const items = setupItems(facts);
    const checklist = { provider, region, items };
    shell.out(flags.format === "json" ? setupJson(checklist) : setupText(checklist, shell.paintOut));
    return items.some((item) => item.status === "todo") ? exit.found : exit.done;
  });
}
