import { mkdir } from "node:fs/promises";
import { App } from "#cdktf";
import type { SynthAll } from "../src/access/provider-stack.js";
import type { Synth } from "../src/access/synth.js";
import { AwsSsoStack } from "./aws-sso/stack.js";
import { addProviderStack } from "./provider-stacks.js";

/** Writes a CDKTF output folder for the access model. It runs no program and asks no network. */
export const synth: Synth = async (input, outdir) => {
  await synthAll(input, null, outdir);
};

/** The same with the stack of the identity provider beside it. */
export const synthAll: SynthAll = async (input, provider, outdir) => {
  await mkdir(outdir, { recursive: true });
  const app = new App({ outdir });
  new AwsSsoStack(app, input);
  const written = provider === null ? ({ ok: true } as const) : await addProviderStack(app, provider);
  app.synth();
  return written;
};
