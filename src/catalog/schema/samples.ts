import type { JsonSchema } from "./json-schema.js";

/** A value of a worked example, at some place of the catalog. */
export type Sample = unknown;

/** More than two in a hover hide what they are examples of, and long ones do too. */
const most = 2;
const longest = 240;

/** The examples of a schema: its own, else short samples of its kind. */
export function samplesFor(
  { type, anyOf, examples, editor }: JsonSchema,
  samples: readonly Sample[],
): readonly unknown[] {
  if (examples !== undefined) return examples;
  const types = [
    type ?? [],
    anyOf?.flatMap((branch) => branch.type ?? []) ?? [],
    editor?.or?.type ?? [],
  ].flat(2);
  const fitting = samples.filter((s) => s !== null && (types.length === 0 || types.includes(kindOf(s))));
  const texts = [...new Set(fitting.map((s) => JSON.stringify(s)))];
  const short = texts.filter((text) => text.length <= longest);
  const shortest = texts.toSorted((a, b) => a.length - b.length).slice(0, 1);
  return (short.length > 0 ? short.slice(0, most) : shortest).map((text) => JSON.parse(text));
}

/** The values under the keys of the samples that are maps. */
export function entriesIn(samples: readonly Sample[], isWanted: (key: string) => boolean): readonly Sample[] {
  return samples
    .filter((sample) => kindOf(sample) === "object")
    .flatMap((sample) => Object.entries(sample as object))
    .filter(([key]) => isWanted(key))
    .map(([, value]) => value);
}

/** The items of the samples that are lists. */
export function itemsIn(samples: readonly Sample[]): readonly Sample[] {
  return samples.filter((sample) => Array.isArray(sample)).flat();
}

function kindOf(sample: Sample): string {
  if (Array.isArray(sample)) return "array";
  if (sample === null) return "null";
  return Number.isInteger(sample) ? "integer" : typeof sample;
}
