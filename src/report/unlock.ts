import { visible } from "../diagnostic/visible.js";
import { type LockInfo, operationOf } from "../terraform/explain-lock.js";
import type { Unlocked } from "../workflow/unlock.js";

/** Whose lock it is, one fact on each line; what a backend does not say is left out. */
export function lockText(lock: LockInfo): string {
  const facts = [
    ["by", lock.who],
    ["since", lock.since],
    ["operation", operationOf(lock)],
    ["id", lock.id],
  ] as const;
  const told = facts.filter(([, value]) => value !== "");
  return `the state is locked\n${told.map(([name, value]) => `  ${name.padEnd(11)}${visible(value)}\n`).join("")}`;
}

/** `{"version":1,"locked":…,"lock":…,"released":…}`, see docs/json/unlock.schema.json. */
export function unlockJson({ lock, released }: Unlocked): string {
  const known = (text: string): string | null => (text === "" ? null : text);
  const shown =
    lock === null
      ? null
      : {
          id: lock.id,
          who: known(lock.who),
          since: known(lock.since),
          operation: known(operationOf(lock)),
        };
  return `${JSON.stringify({ version: 1, locked: lock !== null, lock: shown, released }, null, 2)}\n`;
}
