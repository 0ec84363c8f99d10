import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Synth } from "../../access/synth.js";
import { loadSynth } from "../synth-port.js";

/** Synthesizes so that `cdk.tf.json` is in the folder itself, where a run's Terraform works. */
export const synthInto: Synth = async (input, folder) => {
  const synth = await loadSynth();
  const output = join(folder, "cdktf.out");
  await synth(input, output);
  await rename(join(output, "stacks", input.stack, "cdk.tf.json"), join(folder, "cdk.tf.json"));
  await rm(output, { recursive: true });
};
