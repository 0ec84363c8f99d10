import type { Span } from "../diagnostic/diagnostic.js";
import type { Backend } from "./backend.js";
import type { PermissionSet } from "./permission-set.js";

/** A name and the place it was written at. */
export interface Named {
  readonly name: string;
  readonly span: Span;
}

/** An account of the static map. */
export interface MappedAccount extends Named {
  /** As written: a rule checks that it is 12 digits. */
  readonly id: string;
  readonly idSpan: Span;
}

/** A key of `account_assignments` or `account_type_assignments`. */
export interface Target extends Named {
  readonly kind: "account" | "accountType";
}

/** Who gets what, once per name in a `permission_sets` list. */
export interface Assignment {
  readonly target: Target;
  readonly principal: Named & { readonly type: "GROUP" | "USER" };
  /** The name in the list, and its place. */
  readonly permissionSet: Named;
}

/** A named set of accounts. */
export interface AccountType extends Named {
  /** Names and globs. */
  readonly accounts: readonly Named[];
  readonly all: boolean;
  /** Names, globs and ids. */
  readonly exclude: readonly Named[];
  /** False when part of it could not be read; that was reported, and its accounts are not known. */
  readonly readable: boolean;
}

/** A permission set, where it comes from, and where each of its fields was written. */
export interface DeclaredSet extends PermissionSet {
  /** `stock` sets mirror the reference; `made` sets are named after a backend, team or role; `own` are the catalog's. */
  readonly origin: "stock" | "made" | "own";
  /** The catalog key that makes it exist, or null for a set that always exists. */
  readonly span: Span | null;
  /** Places of the fields the catalog sets: `description`, `inline_policy`, … */
  readonly fieldSpans: ReadonlyMap<string, Span>;
}

/** The catalog in one shape, with defaults filled in. Names may still be unknown: rules check them. */
export interface Catalog {
  readonly component: string;
  /** The component's key in the file. */
  readonly span: Span;
  readonly enabled: boolean;
  readonly region: string;
  readonly partition: string;
  /** Null when accounts come from AWS Organizations. */
  readonly accountMap: readonly MappedAccount[] | null;
  /** False when there is a map that could not be read; that was reported, and no account is known. */
  readonly accountMapReadable: boolean;
  /** Name of the management account in the map. */
  readonly rootAccount: Named | null;
  /** Sorted by name. Two sets may share a name until the rules have run. */
  readonly permissionSets: readonly DeclaredSet[];
  readonly accountTypes: readonly AccountType[];
  /** Everything that assignments are written for, also what grants nothing. */
  readonly targets: readonly Target[];
  readonly assignments: readonly Assignment[];
  /** Groups to create. */
  readonly groups: readonly Named[];
  /** Groups that must exist already. */
  readonly requiredGroups: readonly Named[];
  /** True when a main state backend is set, so that the bare Terraform* sets exist. */
  readonly hasStateBackend: boolean;
  /** ARNs of state backends, which may be placeholders. */
  readonly backendArns: readonly Named[];
  /** A remote backend; null is a local state. */
  readonly backend: Exclude<Backend, { readonly type: "local" }> | null;
}
