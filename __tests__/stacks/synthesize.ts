import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SynthInput } from "../../src/access/synth.js";
import { synth } from "../../stacks/synth.js";

/** The text of `cdk.tf.json` for an input, synthesized in a folder that is gone afterwards. */
export async function synthesize(input: SynthInput): Promise<string> {
  const outdir = await mkdtemp(join(tmpdir(), "synth-"));
  try {
    await synth(input, outdir);
    return await readFile(join(outdir, "stacks", input.stack, "cdk.tf.json"), "utf8");
  } finally {
    await rm(outdir, { recursive: true });
  }
}
