import { projectState } from "../catalog/backend.js";
import type { Catalog } from "../catalog/catalog.js";
import { type IdentityProvider, stackOf } from "../catalog/identity-provider/identity-provider.js";
import type { Diagnostic, Span } from "../diagnostic/diagnostic.js";
import { compareText } from "../diagnostic/order.js";
import type { Backend } from "./model.js";
import type { ProviderStackInput } from "./provider-stack.js";
import { requiredGroupNames } from "./required-groups.js";

export interface ProviderStackFacts {
  readonly provider: IdentityProvider;
  readonly catalog: Catalog;
  /** ISO-8601 instant in UTC: what ended before it needs no group. */
  readonly now: string;
  /** Name of the stack of the access. */
  readonly accessStack: string;
  /** A backend as the stack writes it down. */
  readonly backendOf: (backend: Backend) => Backend;
}

/** The input of the provider's stack; null with what is missing, or when the provider has no stack. */
export function providerStackInput(facts: ProviderStackFacts): {
  readonly input: ProviderStackInput | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { provider, catalog, now, accessStack, backendOf } = facts;
  const { serviceProvider, stack: settings, component } = provider;
  const name = stackOf(provider.provider);
  if (name === null) return { input: null, diagnostics: [] };
  const not = (why: string, hint: string) => notWritten(name, why, hint, component.span);
  if (serviceProvider === null)
    return not("service_provider is missing", "write entity_id and acs_urls, as Identity Center shows them");
  if (accessStack === name)
    return not("the stack of the access has its name", "give another name to --stack");
  const groups = groupsToMake(provider, catalog, now);
  const application = {
    backend: backendOf(settings.backend ?? projectState(name)),
    applicationName: settings.applicationName,
    serviceProvider,
    groups,
  };
  if (name === "entra-id") {
    const scimEndpoint = settings.entraProvisioning ? provider.scimEndpoint : null;
    return ready({ stack: name, ...application, tenantId: settings.entraTenantId, scimEndpoint });
  }
  const assignedGroup = `${settings.applicationName} users`;
  if (groups.includes(assignedGroup))
    return not(`"${assignedGroup}" is the group of everybody`, "write another application_name");
  return ready({
    stack: name,
    ...application,
    assignedGroup,
    orgName: settings.oktaOrgName,
    baseUrl: settings.oktaBaseUrl,
  });
}

function groupsToMake({ stack }: IdentityProvider, catalog: Catalog, now: string): readonly string[] {
  if (stack.groups === null) return requiredGroupNames(catalog, now);
  return stack.groups.map((group) => group.name).sort(compareText);
}

function ready(input: ProviderStackInput) {
  return { input, diagnostics: [] };
}

function notWritten(stack: string, why: string, hint: string, span: Span) {
  const message = `the stack ${stack} is not written: ${why}`;
  return { input: null, diagnostics: [{ code: "IDC764", severity: "info", message, span, hint } as const] };
}
