import type { Target } from "../../catalog/catalog.js";
import {
  descend,
  type Entry,
  entriesOf,
  isNull,
  itemsOf,
  type Node,
  textOf,
} from "../../catalog/yaml/node.js";
import type { Span } from "../../diagnostic/diagnostic.js";
import type { Explained } from "./facts.js";
import { type Filter, matchesPrincipal, type PrincipalName } from "./filter.js";
import { keyPath } from "./key-path.js";
import { type Layer, valueIn } from "./layers.js";
import { type LeftOut, leftOut } from "./left-out.js";
import { isAbout } from "./targets.js";

const blocks = [
  { key: "account_assignments", kind: "account" },
  { key: "account_type_assignments", kind: "accountType" },
] as const;
const principals = [
  { key: "groups", type: "GROUP" },
  { key: "users", type: "USER" },
] as const;

/** Lists of sets that a higher layer replaced: a list never adds to the list below it. */
export function replacedLists(facts: Explained, filter: Filter): readonly LeftOut[] {
  return facts.layers.flatMap((layer) =>
    listsIn(layer).flatMap(({ target, principal, keys, list }) => {
      if (!matchesPrincipal(filter, principal.type, principal.name)) return [];
      if (!isAbout(facts, filter, target)) return [];
      const by = replacedBy(facts.written.vars, keys, list);
      const permissionSets = itemsOf(list).flatMap((item) => textOf(item) ?? []);
      if (by === null || !hasWanted(permissionSets, facts, filter)) return [];
      const accountType = target.kind === "accountType" ? target.name : null;
      const path = keyPath(keys.slice(0, -1));
      return [leftOut("replaced", list.span, { path, accountType, principal, permissionSets, by })];
    }),
  );
}

interface WrittenList {
  readonly target: Target;
  readonly principal: PrincipalName;
  /** Below `vars`. */
  readonly keys: readonly string[];
  readonly list: Node;
}

function listsIn(layer: Layer): readonly WrittenList[] {
  return blocks.flatMap((block) =>
    entriesOf(valueIn(layer, [block.key])).flatMap((target) =>
      principals.flatMap(({ key, type }) =>
        entriesOf(descend(target.value, key)).flatMap((principal) => {
          const list = listOf(principal);
          if (list === undefined) return [];
          return [
            {
              target: { kind: block.kind, name: target.key, span: target.keySpan },
              principal: { type, name: principal.key },
              keys: [block.key, target.key, key, principal.key, "permission_sets"],
              list,
            },
          ];
        }),
      ),
    ),
  );
}

function listOf(principal: Entry): Node | undefined {
  const list = descend(principal.value, "permission_sets");
  return list === undefined || isNull(list) ? undefined : list;
}

/** What stands in the merged catalog where the list stood in its layer; null when the list is still there. */
function replacedBy(vars: Node, keys: readonly string[], list: Node): Span | null {
  let node = vars;
  for (const key of keys) {
    const below = descend(node, key);
    if (below === undefined) return node.span;
    node = below;
  }
  return node === list ? null : node.span;
}

/** Whether the set that is asked for, or the one it is a copy of, is in a list. */
function hasWanted(names: readonly string[], { baseOf }: Explained, { permissionSet }: Filter): boolean {
  if (permissionSet === null) return true;
  return names.some((name) => name === permissionSet || name === baseOf.get(permissionSet));
}
