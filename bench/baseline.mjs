import { App, TerraformStack } from "#cdktf";
import { SsoadminAccountAssignment } from "#provider-aws/ssoadmin-account-assignment";
import { assignmentAddress } from "../dist/src/access/address.js";
import { addBackend } from "../dist/stacks/aws-sso/backend.js";
import { addGuards } from "../dist/stacks/aws-sso/guards.js";
import { addInstance } from "../dist/stacks/aws-sso/instance.js";
import { addOutputs } from "../dist/stacks/aws-sso/outputs.js";
import { addPermissionSets, permissionSetArn } from "../dist/stacks/aws-sso/permission-sets.js";
import { addPrincipals } from "../dist/stacks/aws-sso/principals.js";
import { addProvider } from "../dist/stacks/aws-sso/provider.js";

/** The same stack as ours, but for one CDKTF construct per assignment. */
export async function synthOneByOne({ stack: name, model, backend }, outdir) {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, name);
  addProvider(stack, model.region);
  addBackend(stack, backend);
  const instance = addInstance(stack, model);
  addGuards(stack, model);
  const ids = addPrincipals(stack, model.principals, instance);
  const policies = addPermissionSets(stack, model.permissionSets, instance);
  for (const grant of model.grants) {
    const address = assignmentAddress(grant);
    const assignment = new SsoadminAccountAssignment(stack, address, {
      instanceArn: instance.arn,
      permissionSetArn: permissionSetArn(grant.permissionSet),
      principalId: ids[grant.principalType].get(grant.principalName),
      principalType: grant.principalType,
      targetId: grant.accountId,
      targetType: "AWS_ACCOUNT",
      dependsOn: policies.get(grant.permissionSet).map((fqn) => ({ fqn })),
    });
    assignment.overrideLogicalId(address);
  }
  addOutputs(stack, model, instance, ids);
  app.synth();
}
