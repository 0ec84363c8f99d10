import { mkdir } from "node:fs/promises";
import { App } from "#cdktf";
import type { Synth } from "../src/access/synth.js";
import { AwsSsoStack } from "./aws-sso/stack.js";

/** Writes a CDKTF output folder for the access model. It runs no program and asks no network. */
export const synth: Synth = async (input, outdir) => {
  await mkdir(outdir, { recursive: true });
  const app = new App({ outdir });
  new AwsSsoStack(app, input);
  app.synth();
};
