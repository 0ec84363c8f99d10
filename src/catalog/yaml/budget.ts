import { bounds } from "./bounds.js";

/** What is left of the bounds, used up file by file. */
export interface Budget {
  tokens: number;
  values: number;
}

/** A budget for one catalog with everything it imports, or for one file. */
export function newBudget(): Budget {
  return { tokens: bounds.tokens, values: bounds.values };
}
