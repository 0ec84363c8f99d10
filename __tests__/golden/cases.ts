import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProviderStackInput } from "../../src/access/provider-stack.js";
import type { SynthInput } from "../../src/access/synth.js";

/** A folder of golden files: what goes in, and where the text that must come out is kept. */
export interface GoldenCase<Input = SynthInput> {
  readonly name: string;
  readonly input: Input;
  readonly expectedFile: string;
}

/** Every folder beside this file that has an input, sorted by name. */
export function goldenCases(): readonly GoldenCase[] {
  return casesIn<SynthInput>(import.meta.dirname);
}

/** The same for the stacks of identity providers, whose providers are on no machine of the tests. */
export function providerStackCases(): readonly GoldenCase<ProviderStackInput>[] {
  return casesIn<ProviderStackInput>(join(import.meta.dirname, "provider-stacks"));
}

function casesIn<Input>(root: string): readonly GoldenCase<Input>[] {
  const names = readdirSync(root).filter((name) => existsSync(join(root, name, "input.json")));
  return names.toSorted().map((name) => ({
    name,
    input: JSON.parse(readFileSync(join(root, name, "input.json"), "utf8")) as Input,
    expectedFile: join(root, name, "cdk.tf.json"),
  }));
}
