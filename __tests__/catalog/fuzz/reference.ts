import type { Assignment, Content } from "./data.js";

/** `account id, kind, principal, permission set`, each once and sorted. */
export type Access = readonly string[];

export function accessLine(id: string, kind: string, principal: string, set: string): string {
  return JSON.stringify([id, kind, principal, set]);
}

/** Accounts of a type: included by a name, a prefix or all, and not excluded under any name of the same id. */
export function accountsOf(content: Content, type: string): readonly string[] {
  const found = content.types.get(type);
  const covers = (pattern: string, name: string): boolean =>
    pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
  const idsOf = (patterns: readonly string[]): readonly string[] =>
    [...content.ids].filter(([name]) => patterns.some((p) => covers(p, name))).map(([, id]) => id);
  if (found === undefined) return [];
  const excluded = idsOf(found.exclude);
  return idsOf(found.accounts === "all" ? ["*"] : found.accounts).filter((id) => !excluded.includes(id));
}

/** Every grant, by the plainest way there is. */
export function expand(content: Content): Access {
  const lines = new Set<string>();
  const add = (ids: readonly string[], assignments: readonly Assignment[]): void => {
    for (const id of ids)
      for (const { kind, principal, sets } of assignments)
        for (const set of sets) lines.add(accessLine(id, kind, principal, set));
  };
  for (const [account, assignments] of content.byAccount) add([content.ids.get(account) ?? ""], assignments);
  for (const [type, assignments] of content.byType) add(accountsOf(content, type), assignments);
  return [...lines].sort();
}

/** True when a type has no account, which is an error and not a catalog of less access. */
export function hasEmptyType(content: Content): boolean {
  return [...content.types.keys()].some((type) => accountsOf(content, type).length === 0);
}
