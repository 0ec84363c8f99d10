import type { Assignment } from "../../catalog/catalog.js";
import { descend, type Node } from "../../catalog/yaml/node.js";
import type { Span } from "../../diagnostic/diagnostic.js";
import { compareSpans, compareText } from "../../diagnostic/order.js";
import type { KnownAccount } from "../accounts.js";
import { anchorsOnTheWay } from "./anchors.js";
import type { Explained } from "./facts.js";
import { keyPath, keysOf } from "./key-path.js";
import { type Layer, valueIn } from "./layers.js";
import { type Via, via } from "./via.js";

/** One line that gives a grant. */
export interface Because {
  /** The name of the set in the list. */
  readonly span: Span;
  /** The keys below `vars` that lead to the principal. */
  readonly path: string;
  /** How the line leads to the grant, widest first. */
  readonly via: readonly Via[];
}

/** Why an assignment reaches an account. What does not depend on the account is looked up once. */
export function becauseOf(facts: Explained): (assignment: Assignment, account: KnownAccount) => Because {
  const known = new Map<Assignment, Because>();
  return (assignment, account) => {
    const lines = known.get(assignment) ?? written(assignment, facts);
    known.set(assignment, lines);
    const { target } = assignment;
    const type = target.kind === "accountType" ? facts.types.get(target.name) : undefined;
    return { ...lines, via: [...(type?.chosenBy.get(account.id) ?? []), ...lines.via] };
  };
}

/** In order of place; a set that one alias names twice in a list is one line. */
export function sortedBecause(all: readonly Because[]): readonly Because[] {
  const unique = new Map(all.map((b) => [JSON.stringify([b.span, b.path]), b]));
  return [...unique.values()].sort((a, b) => compareSpans(a.span, b.span) || compareText(a.path, b.path));
}

function written(assignment: Assignment, facts: Explained): Because {
  const keys = keysOf(assignment);
  const list = [...keys, "permission_sets"];
  const layer = layerOf(descend(facts.written.vars, ...list), list, facts.layers);
  const { span } = assignment.permissionSet;
  const ways = layer === null ? [] : [...levelOf(layer), ...importsOf(layer)];
  const anchors = layer === null ? [] : anchorsOnTheWay(layer, list, span, facts.linesOf);
  return { span, path: keyPath(keys), via: [...ways, ...anchors, ...sessionOf(assignment, facts)] };
}

/** The highest layer that has this very value there. */
function layerOf(value: Node | undefined, keys: readonly string[], layers: readonly Layer[]): Layer | null {
  return layers.findLast((layer) => value !== undefined && valueIn(layer, keys) === value) ?? null;
}

function levelOf({ place, root }: Layer): readonly Via[] {
  if (place.kind === "component") return [];
  const inherits = place.kind === "inherited";
  const keys = inherits ? place.path.slice(0, -1) : place.path;
  const name = keys.at(-1) ?? "";
  const around = descend(root, ...keys.slice(0, -1));
  const span = around?.kind === "map" ? around.entries.get(name)?.keySpan : undefined;
  return [via(inherits ? "component" : "vars", inherits ? name : keys.join("."), span ?? root.span)];
}

function importsOf({ imports, root }: Layer): readonly Via[] {
  const files = [...imports.slice(1).map((span) => span.file), root.span.file];
  return imports.map((span, i) => via("import", files[i] ?? "", span));
}

function sessionOf({ target, permissionSet }: Assignment, { catalog }: Explained): readonly Via[] {
  const base = catalog.permissionSets.find((s) => s.name === permissionSet.name)?.variantOf ?? null;
  const session = catalog.sessions.find((s) => s.accountType.name === target.name);
  if (base === null || session === undefined || target.kind === "account") return [];
  const { span, name: value } = session.duration;
  return [via("session", base, span, { value })];
}
