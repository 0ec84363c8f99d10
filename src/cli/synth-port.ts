import type { SynthAll } from "../access/provider-stack.js";
import type { Synth } from "../access/synth.js";

/** Loads the stacks, and with them cdktf, only when something is synthesized: it takes a second. */
export async function loadSynth(): Promise<Synth> {
  const module = await import("../../stacks/synth.js");
  return module.synth;
}

/** The same for all stacks of a catalog. */
export async function loadSynthAll(): Promise<SynthAll> {
  const module = await import("../../stacks/synth.js");
  return module.synthAll;
}
