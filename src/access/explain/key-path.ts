import type { Assignment } from "../../catalog/catalog.js";

const blocks = { account: "account_assignments", accountType: "account_type_assignments" } as const;

/** The keys that lead from `vars` to what a principal has in an account or type. */
export function keysOf({ target, principal }: Pick<Assignment, "target" | "principal">): readonly string[] {
  return [blocks[target.kind], target.name, principal.type === "GROUP" ? "groups" : "users", principal.name];
}

/** `account_assignments.dev.users."jo@example.com"`: keys with dots, quotes or blanks in them are quoted. */
export function keyPath(keys: readonly string[]): string {
  return keys.map((key) => (/^[\w+=@/-]+$/.test(key) ? key : JSON.stringify(key))).join(".");
}
