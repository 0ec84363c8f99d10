import { requiredGroupNames } from "../../../access/required-groups.js";
import { entityIdRegion } from "../../../catalog/identity-provider/urls.js";
import { unreadable } from "../../../catalog/read/unreadable.js";
import { hasErrors } from "../../../diagnostic/diagnostic.js";
import { visible } from "../../../diagnostic/visible.js";
import type { GuideFacts } from "../../../idp/guide/guide.js";
import {
  type ReadServiceProvider,
  readServiceProvider,
} from "../../../idp/metadata/read-service-provider.js";
import { exit } from "../../exit.js";
import { nodeFiles, shownPath } from "../../node-files.js";
import type { CatalogOptions } from "../../options.js";
import type { Shell } from "../../shell.js";
import { showDiagnostics, stop } from "../../show.js";
import { type FoundCatalog, findCatalog } from "./find-catalog.js";

export interface FactsFlags extends CatalogOptions {
  readonly spMetadata?: string;
  readonly format: string;
}

/** What a guide is filled with, or the exit code with which the verb ends. */
export type FactsOrCode =
  | { readonly ok: true; readonly facts: GuideFacts }
  | { readonly ok: false; readonly code: number };

/** The facts from the service provider's metadata and the catalog; says on stderr what is missing, and where to get it. */
export function guideFacts(shell: Shell, flags: FactsFlags): FactsOrCode {
  const read = readMetadata(shell, flags.spMetadata ?? null);
  if (hasErrors(read.diagnostics)) {
    return { ok: false, code: stop(shell, read.diagnostics, flags.format, exit.invalid) };
  }
  const found = findCatalog(shell, flags);
  if (!found.ok) {
    return { ok: false, code: stop(shell, found.diagnostics, flags.format, exit.invalid, found.ignored) };
  }
  showDiagnostics(shell, read.diagnostics);
  const { catalog, identityProvider } = found;
  const facts: GuideFacts = {
    region: catalog?.region ?? null,
    serviceProvider: read.serviceProvider ?? identityProvider?.serviceProvider ?? null,
    scimEndpoint: identityProvider?.scimEndpoint ?? null,
    groups: catalog === null ? [] : requiredGroupNames(catalog, shell.now().toISOString()),
  };
  shell.err(otherRegion(facts));
  shell.err(missing(facts, withoutCatalog(found)));
  return { ok: true, facts };
}

function readMetadata(shell: Shell, path: string | null): ReadServiceProvider {
  if (path === null) return { serviceProvider: null, diagnostics: [] };
  const file = shownPath(shell.cwd, path);
  const read = nodeFiles(shell.cwd).read(file);
  if (read.text !== null) return readServiceProvider(read.text, file);
  const hint = "check the path after --sp-metadata";
  return { serviceProvider: null, diagnostics: [unreadable(file, read, null, hint)] };
}

function missing({ serviceProvider, scimEndpoint }: GuideFacts, noCatalog: string): string {
  const hints = [
    noCatalog,
    serviceProvider === null
      ? "give --sp-metadata FILE, or write the component identity-provider into the catalog, for issuer and ACS URLs"
      : "",
    scimEndpoint === null ? "the SCIM endpoint comes from the component identity-provider" : "",
  ].filter((hint) => hint !== "");
  return hints.length === 0 ? "" : `angle brackets stand for what is not known yet: ${hints.join("; ")}\n`;
}

/** How to get a catalog; "" when there is one. */
function withoutCatalog({ file, state }: FoundCatalog & { readonly ok: true }): string {
  if (state === "valid") return "";
  return state === "absent"
    ? `there is no ${visible(file)}: give --catalog FILE for Region and groups`
    : `${visible(file)} is not valid, and "identity validate" tells why: its Region and groups are not used`;
}

function otherRegion({ region, serviceProvider }: GuideFacts): string {
  const issuers = entityIdRegion(serviceProvider?.entityId ?? "");
  if (region === null || issuers === null || issuers === region) return "";
  return `warning: the issuer is of ${issuers}, and the catalog is for ${visible(region)}: one of them is of another instance\n`;
}
