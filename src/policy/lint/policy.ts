import type { Span } from "../../diagnostic/diagnostic.js";

/** A text of a policy and its place. */
export interface Text {
  readonly text: string;
  readonly span: Span;
}

/** One key of one operator of a `Condition`. */
export interface Condition {
  /** As written: `ForAllValues:StringEquals`. */
  readonly operator: Text;
  readonly key: Text;
  readonly values: readonly Text[];
}

/** A statement with one shape: a text alone is a list of one, what is absent is an empty list. */
export interface Statement {
  readonly effect: "Allow" | "Deny" | null;
  readonly actions: readonly Text[];
  readonly notActions: readonly Text[];
  readonly resources: readonly Text[];
  readonly notResources: readonly Text[];
  /** True when there is any `Condition`, readable or not. */
  readonly isConditional: boolean;
  readonly conditions: readonly Condition[];
  /** False when part of it is not text; that was reported, and nothing follows from what is missing. */
  readonly readable: boolean;
}

/** An IAM policy of an identity, of any quality: the lint says what is wrong with it. */
export interface Policy {
  readonly span: Span;
  /** Null when absent. */
  readonly version: Text | null;
  readonly statements: readonly Statement[];
}
