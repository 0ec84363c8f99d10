import { varsSchema } from "../schema/vars.js";
import { generated, keysNamed } from "./marks.js";
import { keysOf } from "./records.js";
import { table } from "./tables.js";

const mark = /^<!-- ([a-z ]+?)(?:: ([^>]+))? -->$/;
const note =
  "<!-- Generated from docs/parts/catalog.md and src/catalog/schema: change those, then npm run generate. -->";

/** docs/catalog.md: the text a person wrote, with the tables of the schema in the place of its marks. */
export function catalogPage(page: string): string {
  const seen = new Set<string>();
  const lines = page.split("\n").map((line) => {
    const [, name, argument] = mark.exec(line) ?? [];
    if (name === undefined) return line;
    if (name === "index") return index(page);
    const text = generated(name, argument ?? "", seen);
    if (text === undefined) throw new Error(`the page has an unknown mark: ${line}`);
    return text;
  });
  return `${note}\n${lines.join("\n")}`;
}

/** Every key of vars with its section and the beginning of what it means. */
function index(page: string): string {
  const sections = sectionsOf(page);
  const rows = keysOf(varsSchema).map(({ name, schema }) => {
    const section = sections.get(name);
    if (section === undefined) throw new Error(`no section of the page has a mark for "${name}"`);
    const [first] = (schema.description ?? "").split(/(?<=\.) /);
    return [`[\`${name}\`](#${slug(section)})`, first ?? ""];
  });
  return table(
    ["key", "meaning"],
    rows.sort(([a], [b]) => (a ?? "").localeCompare(b ?? "", "en")),
  );
}

/** Key of vars -> the heading above its mark. */
function sectionsOf(page: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  let heading = "";
  for (const line of page.split("\n")) {
    heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading;
    const [, name, argument] = mark.exec(line) ?? [];
    if (name !== "keys") continue;
    for (const key of keysNamed(argument ?? "")) sections.set(key, heading);
  }
  return sections;
}

/** The anchor of a heading, as GitHub makes it. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, "")
    .replaceAll(" ", "-");
}
