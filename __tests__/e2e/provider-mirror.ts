import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const ROOTS = ["/opt", "/usr/share", "/usr/local/share"];

/** The folder of a provider mirror on this machine, for `terraform init -plugin-dir`; null without one. */
export function providerMirror(): string | null {
  const told = process.env.TF_PROVIDER_MIRROR;
  if (told !== undefined && told !== "") return told;
  const candidates = ROOTS.flatMap((root) => [...foldersIn(root), ...foldersIn(root).flatMap(foldersIn)]);
  const found = candidates.map((folder) => join(folder, "registry.terraform.io")).find(existsSync);
  return found === undefined ? null : dirname(found);
}

function foldersIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
}
