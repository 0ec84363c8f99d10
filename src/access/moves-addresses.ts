import type { Moved } from "./synth.js";

/** The addresses of a state once Terraform has moved what it has. */
export function addressesAfter(recorded: ReadonlySet<string>, moved: readonly Moved[]): ReadonlySet<string> {
  if (moved.length === 0) return recorded;
  const next = new Map(moved.map(({ from, to }) => [from, to]));
  return new Set([...recorded].map((address) => lastOf(next, address)));
}

/** Where a chain of moves ends. They do not go round in a circle: the catalog's rules see to that. */
export function lastOf(next: ReadonlyMap<string, string>, start: string): string {
  let last = start;
  for (let to = next.get(last); to !== undefined; to = next.get(last)) last = to;
  return last;
}
