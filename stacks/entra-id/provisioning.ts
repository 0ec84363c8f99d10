import { type TerraformStack, TerraformVariable } from "#cdktf";
import { SynchronizationJob } from "#provider-azuread/synchronization-job";
import { SynchronizationSecret } from "#provider-azuread/synchronization-secret";
import { escapeTemplate } from "../escape.js";
import { servicePrincipal } from "./application.js";

const PROVISIONING = "provisioning";
const TOKEN = "scim_token";
/** Microsoft's name for the provisioning of Identity Center, spelled so. */
const TEMPLATE = "aWSSingleSignon";

/** Adds provisioning by SCIM. The token is a variable, so that it is in no file; Terraform keeps it in its state. */
export function addProvisioning(stack: TerraformStack, endpoint: string): void {
  new TerraformVariable(stack, "token", {
    description: "SCIM access token of IAM Identity Center",
    sensitive: true,
    nullable: false,
  }).overrideLogicalId(TOKEN);
  const servicePrincipalId = servicePrincipal("id");
  const secret = new SynchronizationSecret(stack, "secret", {
    servicePrincipalId,
    credential: [
      { key: "BaseAddress", value: escapeTemplate(endpoint) },
      { key: "SecretToken", value: `\${var.${TOKEN}}` },
    ],
  });
  secret.overrideLogicalId(PROVISIONING);
  new SynchronizationJob(stack, "job", {
    servicePrincipalId,
    templateId: TEMPLATE,
    enabled: true,
    dependsOn: [secret],
  }).overrideLogicalId(PROVISIONING);
}
