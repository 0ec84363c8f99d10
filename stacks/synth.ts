import { mkdir } from "node:fs/promises";
import { App, TerraformStack } from "#cdktf";
import type { Synth, SynthInput } from "../src/access/synth.js";
import { addAssignments } from "./aws-sso/assignments.js";
import { addBackend } from "./aws-sso/backend.js";
import { addGuards } from "./aws-sso/guards.js";
import { Imports } from "./aws-sso/imports.js";
import { addInstance } from "./aws-sso/instance.js";
import { addOutputs } from "./aws-sso/outputs.js";
import { addPermissionSets } from "./aws-sso/permission-sets.js";
import { addPrincipals } from "./aws-sso/principals.js";
import { addProvider } from "./aws-sso/provider.js";

/** Writes a CDKTF output folder for the access model. It runs no program and asks no network. */
export const synth: Synth = async (input, outdir) => {
  await mkdir(outdir, { recursive: true });
  const app = new App({ outdir });
  addAwsSso(new TerraformStack(app, input.stack), input);
  app.synth();
};

/** Adds everything of the `aws-sso` component to a stack. */
function addAwsSso(stack: TerraformStack, { model, backend, adoptions }: SynthInput): void {
  addProvider(stack, model.region);
  addBackend(stack, backend);
  const instance = addInstance(stack, model);
  addGuards(stack, model);
  const principalIds = addPrincipals(stack, model.principals, instance);
  const policiesOf = addPermissionSets(stack, model.permissionSets, instance);
  addAssignments(stack, model.grants, { instance, principalIds, policiesOf });
  new Imports(stack, "imports", adoptions);
  addOutputs(stack, model, instance, principalIds);
}
