// Writes the schemas for editors, docs/catalog.md, docs/diagnostics.md and the pages of identity providers from
// the compiled program.
// Run it after "npm run build": node scripts/generate.mjs. With --check it only compares.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { providerNames } from "../dist/src/catalog/identity-provider/identity-provider.js";
import { movesSchemaText } from "../dist/src/catalog/moves/schema.js";
import { catalogPage } from "../dist/src/catalog/reference/page.js";
import { fileSchemaText } from "../dist/src/catalog/schema/file.js";
import { diagnosticsPage } from "../dist/src/diagnostic/page.js";
import { guidePage } from "../dist/src/report/idp/guide-page.js";

const root = new URL("../", import.meta.url);
// Its text is written by hand, and its examples are those of the schema for editors too.
const page = readFileSync(new URL("docs/parts/catalog.md", root), "utf8");
const generated = {
  "catalog/schema/aws-sso.schema.json": fileSchemaText(page),
  "catalog/schema/moves.schema.json": movesSchemaText(),
  "docs/catalog.md": catalogPage(page),
  "docs/diagnostics.md": diagnosticsPage(),
  ...Object.fromEntries(providerNames.map((name) => [`docs/identity-providers/${name}.md`, guidePage(name)])),
};

const stale = Object.entries(generated).filter(([file, text]) => read(file) !== text);
for (const [file, text] of stale) {
  if (process.argv.includes("--check"))
    console.error(`${file} is not current: run node scripts/generate.mjs`);
  else write(file, text);
}
if (process.argv.includes("--check") && stale.length > 0) process.exitCode = 1;

function read(file) {
  try {
    return readFileSync(new URL(file, root), "utf8");
  } catch {
    return null;
  }
}

function write(file, text) {
  const path = fileURLToPath(new URL(file, root));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
