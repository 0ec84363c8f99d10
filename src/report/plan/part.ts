import { counted } from "../../diagnostic/counted.js";
import type { Change } from "../../workflow/summary/summary.js";
import type { DiffLine } from "./diff-line.js";

/** What a plan does to things of one kind in one way, such as all grants that it takes away. */
export interface Part {
  readonly change: Change;
  /** One of them: `grant`. */
  readonly kind: string;
  /** What happens to them: `taken away`. */
  readonly verb: string;
  readonly count: number;
  /** Empty when nothing is to be said of each. */
  readonly entries: readonly Entry[];
}

/** One line of a part; its texts hold nothing that cannot be seen. */
export interface Entry {
  readonly change: Change;
  readonly line: string;
  /** So many of the things that the part counts. */
  readonly count: number;
  /** What changes about it. */
  readonly diff: readonly DiffLine[];
}

/** What happens to a set or a group; removals first. */
const verbs = {
  remove: "deleted",
  replace: "replaced",
  change: "changed",
  add: "added",
  adopt: "adopted",
} as const satisfies Record<Change, string>;

const order = ["remove", "replace", "change", "add", "adopt"] as const satisfies readonly Change[];

/** Things of one kind by what happens to them, removals first. */
export function partsOf<T extends { readonly change: Change }>(
  kind: string,
  things: readonly T[],
  entryOf: (thing: T) => Pick<Entry, "line" | "diff">,
): readonly Part[] {
  return order.flatMap((change) => {
    const same = things.filter((thing) => thing.change === change);
    const entries = same.map((thing) => ({ ...entryOf(thing), change, count: 1 }));
    return partOf({ change, kind, verb: verbs[change], entries });
  });
}

/** A part of the entries; none when there are none. */
export function partOf(part: Omit<Part, "count">): readonly Part[] {
  const count = part.entries.reduce((sum, entry) => sum + entry.count, 0);
  return count === 0 ? [] : [{ ...part, count }];
}

/** `2 grants taken away` */
export function titleOf({ count, kind, verb }: Part): string {
  return `${counted(count, kind)} ${verb}`;
}
