import { failure } from "../service/failure.js";
import type { Context } from "../service/operation.js";
import type { GroupRecord, UserRecord } from "../world/identity-store.js";

/** The group; throws when there is none. */
export function groupOf({ world }: Context, id: string): GroupRecord {
  return member("GROUP", world.groups, id);
}

/** The user; throws when there is none, as AWS does for an id in a filter too, where the list could have been empty. */
export function userOf({ world }: Context, id: string): UserRecord {
  return member("USER", world.users, id);
}

function member<Item>(kind: string, items: Readonly<Record<string, Item>>, id: string): Item {
  const item = Object.hasOwn(items, id) ? items[id] : undefined;
  if (item === undefined) throw failure("ResourceNotFoundException", `${kind} ${id} not found.`);
  return item;
}
