import { visible } from "../../diagnostic/visible.js";

/** One fact on each line, indented, what it is called before it. */
export function factLines(facts: readonly (readonly [name: string, value: string])[]): string {
  return facts.map(([name, value]) => `  ${name.padEnd(14)}${visible(value)}\n`).join("");
}
