import type { Directory } from "./directory.js";

/** Display names of groups and user names of users, by identity store id. */
export function principalNames({ groups, users }: Directory): ReadonlyMap<string, string> {
  return new Map([
    ...groups.map((g) => [g.id, g.displayName] as const),
    ...users.map((u) => [u.id, u.userName] as const),
  ]);
}
