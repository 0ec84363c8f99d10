import { type App, TerraformStack } from "#cdktf";
import type { SynthInput } from "../../src/access/synth.js";
import { addBackend } from "../backend.js";
import { stackHcl, type TerraformJson } from "../hcl.js";
import { addAssignments } from "./assignments.js";
import { addGuards } from "./guards.js";
import { Imports } from "./imports.js";
import { addInstance } from "./instance.js";
import { Moves } from "./moves.js";
import { addOutputs } from "./outputs.js";
import { addPermissionSets } from "./permission-sets.js";
import { addPrincipals } from "./principals.js";
import { addProvider } from "./provider.js";

/** The `aws-sso` component: all access of an organization. */
export class AwsSsoStack extends TerraformStack {
  constructor(app: App, { stack, model, backend, moved, adoptions }: SynthInput) {
    super(app, stack);
    addProvider(this, model.region);
    addBackend(this, backend);
    const instance = addInstance(this, model);
    addGuards(this, model);
    const principalIds = addPrincipals(this, model.principals, instance);
    const policiesOf = addPermissionSets(this, model.permissionSets, instance);
    addAssignments(this, model.grants, { instance, principalIds, policiesOf });
    new Moves(this, "moves", moved);
    new Imports(this, "imports", adoptions);
    addOutputs(this, model, instance, principalIds);
  }

  /** The base class would keep one assignment only. */
  override toHclTerraform(): { hcl: string; metadata: TerraformJson } {
    return stackHcl(this);
  }
}
