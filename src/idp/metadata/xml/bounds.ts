/** What a metadata file may cost. Real ones have some 100 elements, 10 deep, in 5 to 100 KB. */
export const bounds = {
  /** Bytes that are looked at. */
  bytes: 1_000_000,
  /** Elements inside each other. */
  depth: 50,
  elements: 5_000,
  /** Of all elements together. */
  attributes: 5_000,
} as const;
