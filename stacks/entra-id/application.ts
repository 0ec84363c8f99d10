import { TerraformOutput, type TerraformStack } from "#cdktf";
import { ApplicationFromTemplate } from "#provider-azuread/application-from-template";
import { ApplicationIdentifierUri } from "#provider-azuread/application-identifier-uri";
import { ApplicationRedirectUris } from "#provider-azuread/application-redirect-uris";
import { DataAzureadApplication } from "#provider-azuread/data-azuread-application";
import { DataAzureadClientConfig } from "#provider-azuread/data-azuread-client-config";
import { ServicePrincipal } from "#provider-azuread/service-principal";
import { ServicePrincipalTokenSigningCertificate } from "#provider-azuread/service-principal-token-signing-certificate";
import type { EntraIdInput } from "../../src/access/provider-stack.js";
import { escapeTemplate } from "../escape.js";
import { reference } from "../reference.js";

const APPLICATION = "application";
const TYPE = "azuread_application_from_template";
/** "AWS IAM Identity Center" in Microsoft's gallery. */
const TEMPLATE = "21ed01d2-ec13-4e9e-86c1-cd546719ebc4";

/** An attribute of the service principal, which the groups are assigned to. */
export function servicePrincipal(attribute: string): string {
  return reference("azuread_service_principal", APPLICATION, attribute);
}

/**
 * Adds the application, its single sign-on and its certificate. The template's own roles stay: a resource
 * `azuread_application` would take them away, and with them the role that groups are assigned.
 */
export function addApplication(stack: TerraformStack, input: EntraIdInput): void {
  const { applicationName, serviceProvider } = input;
  const application = new ApplicationFromTemplate(stack, "from-template", {
    displayName: escapeTemplate(applicationName),
    templateId: TEMPLATE,
    // Without it nobody signs in to AWS.
    lifecycle: { preventDestroy: true },
  });
  application.overrideLogicalId(APPLICATION);
  const data = new DataAzureadApplication(stack, "data", {
    objectId: reference(TYPE, APPLICATION, "application_object_id"),
  });
  data.overrideLogicalId(APPLICATION);
  const applicationId = reference(TYPE, APPLICATION, "application_id");
  // Entra takes an identifier of another domain only from an application that signs in by SAML already.
  const dependsOn = [addSingleSignOn(stack)];
  new ApplicationIdentifierUri(stack, "identifier", {
    applicationId,
    identifierUri: escapeTemplate(serviceProvider.entityId),
    dependsOn,
  }).overrideLogicalId(APPLICATION);
  new ApplicationRedirectUris(stack, "redirects", {
    applicationId,
    type: "Web",
    redirectUris: serviceProvider.acsUrls.map(escapeTemplate),
    dependsOn,
  }).overrideLogicalId(APPLICATION);
  addOutputs(stack);
}

function addSingleSignOn(stack: TerraformStack): ServicePrincipal {
  const principal = new ServicePrincipal(stack, "principal", {
    clientId: reference("data.azuread_application", APPLICATION, "client_id"),
    // The template made it together with the application.
    useExisting: true,
    preferredSingleSignOnMode: "saml",
    appRoleAssignmentRequired: true,
    featureTags: [{ enterprise: true }],
    lifecycle: { preventDestroy: true },
  });
  principal.overrideLogicalId(APPLICATION);
  new ServicePrincipalTokenSigningCertificate(stack, "certificate", {
    servicePrincipalId: servicePrincipal("id"),
  }).overrideLogicalId(APPLICATION);
  return principal;
}

function addOutputs(stack: TerraformStack): void {
  new DataAzureadClientConfig(stack, "client", {}).overrideLogicalId("current");
  const tenant = reference("data.azuread_client_config", "current", "tenant_id");
  const client = servicePrincipal("client_id");
  const metadata = `https://login.microsoftonline.com/${tenant}/federationmetadata/2007-06/federationmetadata.xml?appid=${client}`;
  new TerraformOutput(stack, "application_id", { value: client, staticId: true });
  new TerraformOutput(stack, "metadata_url", { value: metadata, staticId: true });
}
