import { baseNames } from "../../catalog/base-names.js";
import type { Catalog } from "../../catalog/catalog.js";
import type { WrittenCatalog } from "../../catalog/read/written.js";
import { child, descend } from "../../catalog/yaml/node.js";
import type { Directory } from "../../directory/directory.js";
import type { KnownAccount, KnownAccounts } from "../accounts.js";
import type { AccessModel } from "../model.js";
import type { LinesOf } from "./anchors.js";
import { type Layer, layersOf } from "./layers.js";
import { reachOf, type TypeReach } from "./type-reach.js";

/** What an explanation is about: a valid catalog and the access it gives. */
export interface ExplainFacts {
  readonly catalog: Catalog;
  /** What the catalog was assembled from. */
  readonly written: WrittenCatalog;
  readonly model: AccessModel;
  readonly accounts: KnownAccounts;
  readonly directory: Directory | null;
  /** ISO-8601 instant in UTC. */
  readonly now: string;
  /** The lines of a catalog file, for the names of anchors; none when it cannot be read. */
  readonly linesOf: LinesOf;
}

/** The facts, with what several parts of an explanation look at. */
export interface Explained extends ExplainFacts {
  readonly layers: readonly Layer[];
  /** By name, every account type that is granted something. */
  readonly types: ReadonlyMap<string, TypeReach>;
  /** By name of a set, the one that it is a copy of with another session length, or itself. */
  readonly baseOf: ReadonlyMap<string, string>;
  /** By name, their accounts. */
  readonly typeAccounts: ReadonlyMap<string, readonly KnownAccount[]>;
}

/** Looks only at account types in `wanted`. */
export function withLayers(facts: ExplainFacts, wanted: ReadonlySet<string>): Explained {
  const { catalog, written, accounts } = facts;
  const defined = child(written.vars, "account_types");
  const reached = catalog.accountTypes
    .filter((type) => wanted.has(type.name))
    .map((type) => reachOf(type, accounts, descend(defined, type.name, "all")?.span ?? type.span));
  return {
    ...facts,
    layers: layersOf(written),
    baseOf: baseNames(catalog),
    types: new Map(reached.map((r) => [r.type.name, r])),
    typeAccounts: new Map(reached.map((r) => [r.type.name, r.accounts])),
  };
}
