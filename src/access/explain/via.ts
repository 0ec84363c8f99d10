import type { Span } from "../../diagnostic/diagnostic.js";

/** What in an account type chooses an account. */
export type Chosen = "name" | "glob" | "organizationalUnit" | "tag" | "all";

/** One thing that led from a line of the catalog to a grant. */
export interface Via {
  /**
   * `accountType`: what in the type chooses the account. `component`: the line is in a component that is
   * inherited. `vars`: it is in `vars` of another level. `import`: in a file that is imported. `anchor`: used
   * elsewhere by an alias or `<<`. `session`: a copy of the set, with the session length of the type.
   */
  readonly kind: "accountType" | "component" | "vars" | "import" | "anchor" | "session";
  /** Of the type, the component, the keys of the `vars`, the imported file, the anchor, the set as written. */
  readonly name: string;
  /** For `accountType` what chooses, else null. */
  readonly chosen: Chosen | null;
  /** The name, glob, unit or `key=value` that chooses, or the session duration. */
  readonly value: string | null;
  readonly span: Span;
  /** Where an anchor is used. */
  readonly usedAt: Span | null;
}

/** A `Via` in which what is not said is null. */
export function via(kind: Via["kind"], name: string, span: Span, more: Partial<Via> = {}): Via {
  return { kind, name, chosen: null, value: null, span, usedAt: null, ...more };
}
