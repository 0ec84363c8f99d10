import type { TerraformStack } from "#cdktf";
import { DataAwsCallerIdentity } from "#provider-aws/data-aws-caller-identity";
import type { AccessModel } from "../../src/access/model.js";
import { escapeTemplate } from "../escape.js";

/**
 * Stops a plan that grants in the management account with another account's credentials: AWS refuses that
 * to a delegated administrator, one assignment at a time and only during apply.
 */
export function addGuards(stack: TerraformStack, { managementAccountId, grants }: AccessModel): void {
  if (managementAccountId === null || !grants.some((g) => g.accountId === managementAccountId)) return;
  const account = escapeTemplate(managementAccountId);
  const data = new DataAwsCallerIdentity(stack, "caller", {
    lifecycle: {
      postcondition: [
        {
          condition: `\${self.account_id == ${JSON.stringify(account)}}`,
          errorMessage: `The catalog grants access in the management account ${account}, and only that account itself can do so, not a delegated administrator. Use credentials of ${account}.`,
        },
      ],
    },
  });
  data.overrideLogicalId("this");
}
