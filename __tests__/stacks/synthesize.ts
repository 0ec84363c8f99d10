import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "#cdktf";
import type { ProviderStackInput } from "../../src/access/provider-stack.js";
import type { SynthInput } from "../../src/access/synth.js";
import { AwsSsoStack } from "../../stacks/aws-sso/stack.js";
import { EntraIdStack } from "../../stacks/entra-id/stack.js";
import { OktaStack } from "../../stacks/okta/stack.js";
import { addProviderStack } from "../../stacks/provider-stacks.js";
import { synth } from "../../stacks/synth.js";

/** The text of `cdk.tf.json` for an input, synthesized in a folder that is gone afterwards. */
export function synthesize(input: SynthInput): Promise<string> {
  return inFolder(async (outdir) => {
    await synth(input, outdir);
    return readFile(join(outdir, "stacks", input.stack, "cdk.tf.json"), "utf8");
  });
}

/** The text of `cdk.tf`, as `cdktf synth --hcl` asks for it. */
export function synthesizeHcl(input: SynthInput): Promise<string> {
  return inFolder(async (outdir) => {
    const stack = new AwsSsoStack(new App({ outdir, hclOutput: true }), input);
    return stack.toHclTerraform().hcl;
  });
}

/** The text of `cdk.tf.json` of the stack of an identity provider, alone. */
export function synthesizeProvider(input: ProviderStackInput): Promise<string> {
  return inFolder(async (outdir) => {
    const app = new App({ outdir });
    await addProviderStack(app, input);
    app.synth();
    return readFile(join(outdir, "stacks", input.stack, "cdk.tf.json"), "utf8");
  });
}

/** The same in HCL. */
export function synthesizeProviderHcl(input: ProviderStackInput): Promise<string> {
  return inFolder(async (outdir) => {
    const app = new App({ outdir, hclOutput: true });
    const stack = input.stack === "okta" ? new OktaStack(app, input) : new EntraIdStack(app, input);
    return stack.toHclTerraform().hcl;
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "synth-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
