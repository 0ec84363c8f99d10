import { type App, TerraformStack } from "#cdktf";
import { AzureadProvider } from "#provider-azuread/provider";
import type { EntraIdInput } from "../../src/access/provider-stack.js";
import { addBackend } from "../backend.js";
import { escapeNullable } from "../escape.js";
import { stackHcl, type TerraformJson } from "../hcl.js";
import { withoutNulls } from "../reference.js";
import { requireProvider } from "../required-provider.js";
import { addApplication } from "./application.js";
import { addGroups } from "./groups.js";
import { addProvisioning } from "./provisioning.js";

/** Entra ID's side of the sign-in to AWS: the application, the groups, and provisioning when it is wanted. */
export class EntraIdStack extends TerraformStack {
  constructor(app: App, input: EntraIdInput) {
    super(app, input.stack);
    new AzureadProvider(this, "azuread", withoutNulls({ tenantId: escapeNullable(input.tenantId) }));
    requireProvider(this, "azuread", "hashicorp/azuread", "3.7.0");
    addBackend(this, input.backend);
    addApplication(this, input);
    addGroups(this, input.groups);
    if (input.scimEndpoint !== null) addProvisioning(this, input.scimEndpoint);
  }

  /** As for the stack of the access: CDKTF's own writer would leave parts out. */
  override toHclTerraform(): { hcl: string; metadata: TerraformJson } {
    return stackHcl(this);
  }
}
