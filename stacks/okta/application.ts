import { TerraformOutput, type TerraformStack } from "#cdktf";
import { AppGroupAssignments } from "#provider-okta/app-group-assignments";
import { AppSaml } from "#provider-okta/app-saml";
import type { OktaInput } from "../../src/access/provider-stack.js";
import { escapeTemplate } from "../escape.js";
import { reference } from "../reference.js";
import { assignedGroupId } from "./groups.js";

const APPLICATION = "application";

/** Adds the application that Okta keeps for Identity Center, and assigns one group to it. */
export function addApplication(stack: TerraformStack, input: OktaInput): void {
  const { applicationName, serviceProvider } = input;
  const settings = { acsURL: serviceProvider.acsUrls[0], entityID: serviceProvider.entityId };
  const application = new AppSaml(stack, "saml", {
    label: escapeTemplate(applicationName),
    preconfiguredApp: "amazon_aws_sso",
    appSettingsJson: escapeTemplate(JSON.stringify(settings)),
    // Without it nobody signs in to AWS.
    lifecycle: { preventDestroy: true },
  });
  application.overrideLogicalId(APPLICATION);
  const assignments = new AppGroupAssignments(stack, "assignments", {
    appId: reference("okta_app_saml", APPLICATION, "id"),
    group: [{ id: assignedGroupId, profile: "{}" }],
  });
  assignments.overrideLogicalId(APPLICATION);
  for (const [name, attribute] of [
    ["application_id", "id"],
    ["metadata_url", "metadata_url"],
  ] as const) {
    const value = reference("okta_app_saml", APPLICATION, attribute);
    new TerraformOutput(stack, name, { value, staticId: true });
  }
}
