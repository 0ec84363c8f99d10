import { named, names } from "../assemble/named.js";
import { assembleBackend } from "../backend.js";
import type { WrittenCatalog } from "../read/written.js";
import { child, descend, isTrue, itemsOf, type MapNode, type Node, textOf } from "../yaml/node.js";
import {
  type IdentityProvider,
  type ProviderStack,
  providerNames,
  type ServiceProvider,
} from "./identity-provider.js";

const defaultApplicationName = "AWS IAM Identity Center";

/** Turns vars that every rule holds for into the one shape the rest of the program knows. */
export function assembleIdentityProvider(written: WrittenCatalog): IdentityProvider | null {
  const { component, span, vars } = written;
  const name = textOf(child(vars, "provider"));
  const provider = providerNames.find((known) => known === name);
  if (provider === undefined) return null;
  return {
    component: { name: component, span },
    provider,
    serviceProvider: serviceProvider(child(vars, "service_provider")),
    scimEndpoint: textOf(descend(vars, "scim", "endpoint")) ?? null,
    scimTokenExpiresOn: named(descend(vars, "scim", "token_expires_on"))[0] ?? null,
    stack: stack(written, vars),
  };
}

function serviceProvider(node: Node | undefined): ServiceProvider | null {
  const entityId = textOf(child(node, "entity_id"));
  const acsUrls = itemsOf(child(node, "acs_urls")).flatMap((item) => textOf(item) ?? []);
  return entityId === undefined ? null : { entityId, acsUrls };
}

function stack(written: WrittenCatalog, vars: MapNode): ProviderStack {
  const groups = child(vars, "groups");
  return {
    applicationName: textOf(child(vars, "application_name")) ?? defaultApplicationName,
    groups: groups === undefined ? null : names(groups),
    backend: assembleBackend(written),
    oktaOrgName: textOf(descend(vars, "okta", "org_name")) ?? null,
    oktaBaseUrl: textOf(descend(vars, "okta", "base_url")) ?? null,
    entraTenantId: textOf(descend(vars, "entra", "tenant_id")) ?? null,
    entraProvisioning: isTrue(descend(vars, "entra", "provisioning")),
  };
}
