// Puts `identity` into node_modules/.bin, so that "npx identity" runs this checkout. A "bin" entry in package.json
// would not do: npx then installs a copy of the project into its cache, and without any entry and link it would
// offer a stranger's package of that name.
import { chmod, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";

const root = join(import.meta.dirname, "..");
const main = join(root, "dist", "src", "cli", "main.js");
const bin = join(root, "node_modules", ".bin");
const link = join(bin, "identity");

await chmod(main, 0o755);
await mkdir(bin, { recursive: true });
if (process.platform === "win32") {
  await writeFile(`${link}.cmd`, `@node "%~dp0${relative(bin, main)}" %*\r\n`);
} else {
  await rm(link, { force: true });
  await symlink(relative(bin, main), link);
}
