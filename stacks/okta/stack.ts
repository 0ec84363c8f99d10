import { type App, TerraformStack } from "#cdktf";
import { OktaProvider } from "#provider-okta/provider";
import type { OktaInput } from "../../src/access/provider-stack.js";
import { addBackend } from "../backend.js";
import { escapeNullable } from "../escape.js";
import { stackHcl, type TerraformJson } from "../hcl.js";
import { withoutNulls } from "../reference.js";
import { requireProvider } from "../required-provider.js";
import { addApplication } from "./application.js";
import { addGroups } from "./groups.js";

/** Okta's side of the sign-in to AWS: the application, the groups, and who is assigned. Provisioning is switched on by hand. */
export class OktaStack extends TerraformStack {
  constructor(app: App, input: OktaInput) {
    super(app, input.stack);
    const { orgName, baseUrl } = input;
    const organization = { orgName: escapeNullable(orgName), baseUrl: escapeNullable(baseUrl) };
    new OktaProvider(this, "okta", withoutNulls(organization));
    requireProvider(this, "okta", "okta/okta", "4.20.0");
    addBackend(this, input.backend);
    addGroups(this, input);
    addApplication(this, input);
  }

  /** As for the stack of the access: CDKTF's own writer would leave parts out. */
  override toHclTerraform(): { hcl: string; metadata: TerraformJson } {
    return stackHcl(this);
  }
}
