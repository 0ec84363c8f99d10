import { buildAccess } from "../../access/build.js";
import type { AccessModel } from "../../access/model.js";
import { requiredGroupNames } from "../../access/required-groups.js";
import type { Catalog } from "../../catalog/catalog.js";
import type { ProviderName } from "../../catalog/identity-provider/identity-provider.js";
import { hasErrors } from "../../diagnostic/diagnostic.js";
import type { Directory } from "../../directory/directory.js";
import { guideFor } from "../../idp/guide/guide-for.js";
import type { ScimReport } from "../../idp/scim/report.js";
import { problemDiagnostic } from "../../terraform/outcome.js";
import type { State } from "../../terraform/state-json.js";
import { done, type Ended, stopped } from "../ended.js";
import { directorySize } from "../organization.js";
import type { Ports } from "../ports.js";
import { readRecordedState } from "../recorded-state.js";
import type { Asked, SetupFacts } from "./setup-facts.js";

/** What is known before anybody was asked. */
export interface SetupInput
  extends Pick<
    SetupFacts,
    "region" | "file" | "catalog" | "mistakes" | "provider" | "identityProvider" | "command"
  > {
  readonly stack: string;
  /** Tests the endpoint with the token; null when there is no token. */
  readonly testScim: (() => Promise<ScimReport>) | null;
}

/** Asks everything the checklist needs. No answer stops it: each may fail on its own. */
export async function gatherSetup(ports: Ports, input: SetupInput): Promise<SetupFacts> {
  const { stack, testScim, ...known } = input;
  const { catalog, provider } = known;
  const clock = ports.now().toISOString();
  const aws = await readAws(ports, catalog);
  const { directory } = aws;
  const model = modelOf(catalog, directory, clock);
  const terraform = await ports.terraformVersion();
  return {
    ...known,
    ...aws,
    ...{ clock, model },
    guide: provider === null ? null : guideOf(provider, input, clock),
    terraform: terraform.ok
      ? done(terraform.value)
      : stopped("failed", [problemDiagnostic(terraform.problem)]),
    members: await readMembers(ports, catalog, directory, clock),
    state: terraform.ok ? await readState(ports, catalog, stack) : null,
    scim: testScim === null ? null : await testScim(),
  };
}

function guideOf(provider: ProviderName, { catalog, identityProvider, region }: SetupInput, clock: string) {
  return guideFor(provider, {
    region,
    serviceProvider: identityProvider?.serviceProvider ?? null,
    scimEndpoint: identityProvider?.scimEndpoint ?? null,
    groups: catalog === null ? [] : requiredGroupNames(catalog, clock),
  });
}

async function readAws(
  { aws, step: begin }: Ports,
  catalog: Catalog | null,
): Promise<Pick<SetupFacts, "caller" | "organization" | "directory" | "rootAccess">> {
  const tags = catalog?.accountTypes.some((type) => type.tags.length > 0) ?? false;
  const step = begin("Reading AWS");
  const caller = await aws.caller();
  if (!caller.ok) {
    step.fail();
    return { caller, organization: null, directory: null, rootAccess: null };
  }
  const organization = await aws.organization();
  if (!organization.ok) {
    step.fail();
    return { caller, organization, directory: null, rootAccess: null };
  }
  const directory = await aws.directory(tags, (text) => step.update(text));
  const rootAccess = await aws.rootAccess();
  if (directory.ok) step.end(directorySize(directory.value));
  else step.fail();
  return { caller, organization, directory, rootAccess };
}

async function readMembers(
  { aws }: Ports,
  catalog: Catalog | null,
  directory: Asked<Directory>,
  clock: string,
): Promise<Asked<ReadonlyMap<string, number>>> {
  if (catalog === null || directory === null || !directory.ok) return null;
  const names = new Set(requiredGroupNames(catalog, clock));
  const ids = directory.value.groups.flatMap((group) => (names.has(group.displayName) ? [group.id] : []));
  return aws.members(directory.value.instance.identityStoreId, ids);
}

function modelOf(catalog: Catalog | null, directory: Asked<Directory>, clock: string): Asked<AccessModel> {
  if (catalog === null || directory === null || !directory.ok) return null;
  const { model, diagnostics } = buildAccess(catalog, directory.value, clock);
  return model === null || hasErrors(diagnostics) ? stopped("invalid", diagnostics) : done(model);
}

async function readState(ports: Ports, catalog: Catalog | null, stack: string): Promise<Asked<State>> {
  if (catalog === null) return null;
  const recorded: Ended<{ readonly state: State }> = await readRecordedState(ports, catalog, stack);
  return recorded.ok ? done(recorded.value.state) : recorded;
}
