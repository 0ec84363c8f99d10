import { knownVars, varsSchema } from "../schema/vars.js";
import type { Node } from "../yaml/node.js";
import { placeFinder } from "./place-finder.js";
import type { Places } from "./places.js";

type Visit = (node: Node) => void;

/** Other components share the vars at the top of a file; only a catalog has maps of these names. */
const sharedNames = ["account_assignments", "account_map", "account_type_assignments", "account_types"];
/** Keys at the top that something reads. What is under any other is read only through its anchors. */
const readNames = ["import", "vars", "terraform", "components", "overrides", "settings", "env"];

/** Finds what may be changed in a file; `components` are the keys of those that make up the catalog. */
export function findPlaces(root: Node, components: ReadonlySet<string>): Places {
  const finder = placeFinder();
  const foreign: Visit = (node) => finder.visit(node, "foreign", "");

  /** Visits the entries of a map, those not named as foreign. */
  const entries =
    (visitOf: (key: string) => Visit | undefined): Visit =>
    (node) => {
      if (node.kind !== "map" || node.tag !== null) foreign(node);
      else for (const { key, value } of node.entries.values()) (visitOf(key) ?? foreign)(value);
    };

  const sharedVars = entries((key) =>
    sharedNames.includes(key) ? (node) => finder.visit(node, knownVars[key] ?? "foreign", key) : undefined,
  );
  const overrides = entries((key) => (key === "vars" ? sharedVars : undefined));
  const ownVars = entries((key) =>
    key === "vars" ? (node) => finder.visit(node, varsSchema, "") : undefined,
  );
  const component: Visit = (node) => {
    finder.order(node, ["metadata"]);
    ownVars(node);
  };
  const inTerraform = entries((key) => (components.has(key) ? component : undefined));
  const top = new Map<string, Visit>([
    ["vars", sharedVars],
    [
      "terraform",
      entries((key) => (key === "vars" ? sharedVars : key === "overrides" ? overrides : undefined)),
    ],
    ["overrides", overrides],
    ["components", entries((key) => (key === "terraform" ? inTerraform : undefined))],
  ]);
  entries((key) => top.get(key) ?? (readNames.includes(key) ? undefined : () => {}))(root);
  return finder.found();
}
