import type { Context } from "../context.js";
import { passes } from "../filter.js";
import type { Plain } from "../parts.js";

/** Grants that are not of the report itself: of each, `width` numbers. */
export function plainRows(numbers: readonly number[], width: number): readonly Plain[] {
  return Array.from({ length: numbers.length / width }, (_, i) => {
    const [account = -1, principal = -1, set = -1, end = -1] = numbers.slice(i * width, i * width + 4);
    return { account, principal, set, end, source: -1 };
  });
}

/** Those that pass the filters. */
export function shownRows({ model, state }: Context, rows: readonly Plain[]): readonly Plain[] {
  const pass = passes(model, state);
  return rows.filter(({ account, principal, set }) => pass(account, principal, set));
}
