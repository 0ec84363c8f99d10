import type { Span } from "../diagnostic/diagnostic.js";
import type { Backend } from "./backend.js";
import type { Moves } from "./moves/moves.js";
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

/** When an assignment ends, as written beside its `permission_sets`. */
export interface Expiry {
  /** ISO-8601 instant in UTC, with milliseconds. */
  readonly at: string;
  readonly span: Span;
}

/** Who gets what, once per name in a `permission_sets` list. */
export interface Assignment {
  readonly target: Target;
  readonly principal: Named & { readonly type: "GROUP" | "USER" };
  /** The set, and the place of its name in the list. A type with a session of its own has the variant's name here. */
  readonly permissionSet: Named;
  /** Null for an assignment without end. */
  readonly expiry: Expiry | null;
}

/** A tag an account must have. */
export interface AccountTag {
  readonly key: string;
  readonly value: string;
  readonly span: Span;
}

/** A named set of accounts. */
export interface AccountType extends Named {
  /** Names and globs. */
  readonly accounts: readonly Named[];
  /** Paths such as `/Platform/Dev`, or ids such as `ou-ab12-cdefghij`. */
  readonly organizationalUnits: readonly Named[];
  /** True when the accounts of the units below count too. */
  readonly recursive: boolean;
  /** Narrows what the other keys choose, or all accounts when there is none; every tag must match. */
  readonly tags: readonly AccountTag[];
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
  /** The set this is a copy of, with another session duration; null for most. */
  readonly variantOf: string | null;
}

/** `session_durations`: how long sessions last in the assignments of a type. */
export interface TypeSession {
  readonly accountType: Named;
  /** ISO-8601, from one hour to twelve. */
  readonly duration: Named;
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
  /** Groups the identity provider syncs (`idp_groups`). They must exist. */
  readonly syncedGroups: readonly Named[];
  /** More groups that must exist; everything that is granted anything must too. */
  readonly requiredGroups: readonly Named[];
  readonly sessions: readonly TypeSession[];
  /** The place of `allow: false` when nothing may be granted in the management account; else null. */
  readonly managementAccountRefused: Span | null;
  /** From how many days before its end an assignment is spoken of. */
  readonly expiryWarningDays: number;
  /** True when a main state backend is set, so that the bare Terraform* sets exist. */
  readonly hasStateBackend: boolean;
  /** ARNs of state backends, which may be placeholders. */
  readonly backendArns: readonly Named[];
  /** Where the state is kept; null is the project's own local state. */
  readonly backend: Backend | null;
  /** What Terraform must not take for something new. */
  readonly moves: Moves;
}
