import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SynthInput } from "../../src/access/synth.js";

/** A folder of golden files: what goes in, and where the text that must come out is kept. */
export interface GoldenCase {
  readonly name: string;
  readonly input: SynthInput;
  readonly expectedFile: string;
}

/** Every folder beside this file, sorted by name. */
export function goldenCases(): readonly GoldenCase[] {
  const root = import.meta.dirname;
  const names = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  return names.toSorted().map((name) => ({
    name,
    input: JSON.parse(readFileSync(join(root, name, "input.json"), "utf8")) as SynthInput,
    expectedFile: join(root, name, "cdk.tf.json"),
  }));
}
