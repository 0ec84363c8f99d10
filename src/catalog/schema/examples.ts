import { parse } from "yaml";
import type { Sample } from "./samples.js";

/** The blocks of YAML of a page, as written. */
export function yamlBlocks(page: string): readonly string[] {
  return [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");
}

/** True for a whole catalog file; other blocks are a part of `vars`. */
export function isWholeFile(block: string): boolean {
  return /^components:/m.test(block);
}

/** The worked examples of a page as whole files, but for those of what is usually a mistake. */
export function fileSamples(page: string): readonly Sample[] {
  const blocks = yamlBlocks(page).filter((block) => !block.includes("identity-ignore"));
  return blocks.map((block) => {
    const value: unknown = parse(block, { merge: true });
    return isWholeFile(block) ? value : { components: { terraform: { "aws-sso": { vars: value } } } };
  });
}
