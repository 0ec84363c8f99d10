/**
 * What a catalog may cost. Each bound is far above any catalog that people write or programs made so far,
 * and together they keep every file below five seconds and a gigabyte.
 */
export const bounds = {
  /** Bytes of one file. */
  fileBytes: 10_000_000,
  /** Characters of a catalog and everything it imports. */
  totalBytes: 20_000_000,
  /** Words, quotes, colons, brackets, indents and line breaks of a catalog and everything it imports. */
  tokens: 1_000_000,
  /** Values of one file when every alias and merge is written out. */
  values: 500_000,
  /** Maps and lists inside each other. */
  depth: 100,
  /** Imports inside each other. */
  importDepth: 100,
  /** Components that inherit from each other in a row. */
  inheritance: 100,
  /** Imports that are followed, a pattern counting once per file. */
  imports: 20_000,
  /** Values that imports may copy from file to file. */
  merged: 2_000_000,
  /** Syntax errors of one file that are reported. */
  errors: 100,
} as const;
