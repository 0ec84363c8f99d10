import { componentNames } from "../component-names.js";
import { child, descend, type Entry, entriesOf, itemsOf, type Node, textOf } from "../yaml/node.js";

/**
 * Keys of the components whose `vars` are a catalog: aws-sso components, abstract and disabled ones too,
 * what they inherit from, and what inherits from them. `known` are keys that other files make so.
 */
export function ourComponents(root: Node | undefined, known: Iterable<string> = []): ReadonlySet<string> {
  const all = entriesOf(descend(root, "components", "terraform"));
  const ours = new Set(known);
  let size = -1;
  while (ours.size > size) {
    size = ours.size;
    for (const entry of all) {
      if (isOurs(entry, ours)) ours.add(entry.key);
      if (ours.has(entry.key)) for (const base of bases(entry)) ours.add(base);
    }
  }
  return ours;
}

function isOurs(entry: Entry, ours: ReadonlySet<string>): boolean {
  const own = textOf(descend(entry.value, "metadata", "component"));
  if (own !== undefined) return componentNames.includes(own);
  return componentNames.includes(entry.key) || bases(entry).some((base) => ours.has(base));
}

function bases(entry: Entry): readonly string[] {
  return itemsOf(child(child(entry.value, "metadata"), "inherits")).flatMap((i) => textOf(i) ?? []);
}
