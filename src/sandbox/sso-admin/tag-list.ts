import type { Tag } from "@aws-sdk/client-sso-admin";
import { quotas } from "../quotas.js";
import type { Tags } from "../world/world.js";
import { exceeded, invalid } from "./find.js";

/** The tags after adding those of a request. Throws on a reserved or repeated key and above the quota. */
export function tagsFrom(existing: Tags, added: readonly Tag[]): Tags {
  const pairs = added.map((tag): [string, string] => [tag.Key ?? "", tag.Value ?? ""]);
  const keys = new Set(pairs.map(([key]) => key));
  if (keys.size < pairs.length) throw invalid("The same tag key was given more than once.");
  const reserved = [...keys].find((key) => key.toLowerCase().startsWith("aws:"));
  if (reserved !== undefined) throw invalid(`The tag key ${reserved} begins with aws:, which is reserved.`);
  const all = Object.fromEntries([...Object.entries(existing), ...pairs]);
  if (Object.keys(all).length > quotas.tagsPerResource) {
    throw exceeded(`A resource has at most ${quotas.tagsPerResource} tags.`);
  }
  return all;
}
