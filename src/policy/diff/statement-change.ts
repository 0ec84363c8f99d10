/** One statement of a policy document, as it is in the document. */
export type StatementJson = Readonly<Record<string, unknown>>;

/** What became of one statement. */
export interface StatementChange {
  readonly change: "add" | "remove" | "change";
  /** The statement's `Sid`, the new one when it changed too; null when it has none. */
  readonly sid: string | null;
  /** Null for one that was added. */
  readonly before: StatementJson | null;
  /** Null for one that was removed. */
  readonly after: StatementJson | null;
}
