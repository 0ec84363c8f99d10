import { requiredGroups } from "../../../access/required-groups.js";
import type { IdentityProvider } from "../../../catalog/identity-provider/identity-provider.js";
import type { Diagnostic } from "../../../diagnostic/diagnostic.js";
import type { ScimInput } from "../../../idp/scim/test-scim.js";
import type { Shell } from "../../shell.js";
import { findCatalog } from "./find-catalog.js";
import type { ScimFlags } from "./scim.js";

/** What is tested, or why nothing can be. */
export type GivenScim =
  | {
      readonly ok: true;
      readonly input: ScimInput;
      readonly identityProvider: IdentityProvider | null;
      /** What cannot be tested. */
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** URL, token and groups, from the command line, the environment and the catalog. A catalog that nobody named may be missing. */
export function scimInput(shell: Shell, flags: ScimFlags): GivenScim {
  const found = findCatalog(shell, flags);
  if (!found.ok) return found;
  const { catalog, identityProvider } = found;
  const url = flags.url ?? identityProvider?.scimEndpoint ?? null;
  if (url === null) return { ok: false, diagnostics: [noUrl()] };
  const token = shell.env[flags.tokenEnv];
  if (token === undefined || token === "") return { ok: false, diagnostics: [noToken(flags.tokenEnv)] };
  return {
    ok: true,
    input: {
      url,
      urlFrom: flags.url === undefined ? "catalog" : "option",
      token,
      groups: catalog === null ? null : requiredGroups(catalog, shell.now().toISOString()),
      region: catalog?.region ?? null,
    },
    identityProvider,
    diagnostics: found.state === "valid" ? [] : [notLookedFor(found.file, found.state === "absent")],
  };
}

function noUrl(): Diagnostic {
  return {
    code: "IDC748",
    severity: "error",
    message: "where the SCIM endpoint is, nothing says",
    span: null,
    hint: "give --url, or write scim.endpoint into the catalog's component identity-provider; Identity Center shows it under Settings > Identity source > Actions > Manage provisioning",
  };
}

/** Who gives the token where its variable's name belongs must not find it in a log. */
function noToken(variable: string): Diagnostic {
  const isName = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(variable);
  return {
    code: "IDC734",
    severity: "error",
    message: isName
      ? `the environment variable ${variable} is not set`
      : "--token-env is not the name of an environment variable",
    span: null,
    hint: `run \`read -rs ${isName ? variable : "SCIM_TOKEN"} && export ${isName ? variable : "SCIM_TOKEN"}\` and paste the token: so it is in no history and on no screen`,
  };
}

function notLookedFor(file: string, isAbsent: boolean): Diagnostic {
  return {
    code: "IDC746",
    severity: isAbsent ? "info" : "warning",
    message: isAbsent
      ? `no group was looked for: there is no ${file}`
      : `no group was looked for: ${file} is not valid`,
    span: null,
    hint: isAbsent ? "give --catalog FILE to look for the groups of a catalog" : "see `identity validate`",
  };
}
