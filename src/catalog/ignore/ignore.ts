import type { Span } from "../../diagnostic/diagnostic.js";

/** A comment `# identity-ignore CODE, CODE reason` of a catalog file. */
export interface Ignore {
  /** The comment itself. */
  readonly span: Span;
  /** The line it speaks of: its own, or the next one when it stands alone. */
  readonly line: number;
  /** At least one. */
  readonly codes: readonly string[];
  /** Why the finding is accepted; never empty. */
  readonly reason: string;
}

/** Everything a catalog says about findings to ignore. */
export interface Ignores {
  readonly comments: readonly Ignore[];
  /**
   * Files that hold no comments (a policy in JSON), with the places in the catalog that name them: a
   * finding inside is ignored when each of these lines ignores it.
   */
  readonly references: ReadonlyMap<string, readonly Span[]>;
}
