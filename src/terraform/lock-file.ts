import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const name = "terraform.lock.hcl";

/** The committed provider lock: the nearest `terraform.lock.hcl` in or above this program's folder. */
export function committedLockFile(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, name);
    if (existsSync(file)) return file;
    if (folder === dirname(folder)) throw new Error(`${name} is missing from this installation`);
  }
}
