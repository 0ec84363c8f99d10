import type { Synth } from "../access/synth.js";

/** Loads the stacks, and with them cdktf, only when something is synthesized: it takes a second. */
export async function loadSynth(): Promise<Synth> {
  const module = await import("../../stacks/synth.js");
  return module.synth;
}
