import { requireUniqueName } from "../identity-store/groups.js";
import { createMembership, membershipOf } from "../identity-store/memberships.js";
import { shapes } from "../identity-store/shapes.js";
import type { Context } from "../service/operation.js";
import { checkShape } from "../shape/check.js";
import { invalid } from "./errors.js";
import { externalIds } from "./external-id.js";
import { maxMembers, memberIds, requireUsers } from "./members.js";
import { type Change, readChanges } from "./patch.js";
import { nothing, type ScimReply, type ScimRequest } from "./request.js";
import { groupOf } from "./store.js";

const oneMember = /^members\[\s*value\s+eq\s+"([^"]+)"\s*\]$/i;

/** Renames a group, gives it another external id, adds and removes members: at most 100 of them, and never all at once. */
export function patchGroup(context: Context, request: ScimRequest): ScimReply {
  const group = groupOf(context, request.id);
  let { displayName, externalIds: identifiers } = group;
  const members: { readonly op: "add" | "remove"; readonly id: string }[] = [];
  for (const change of readChanges(request.body)) {
    const name = change.path.toLowerCase();
    if (name === "displayname") displayName = nameOf(context, change);
    else if (name === "externalid") {
      identifiers = externalIds(context, change.op === "remove" ? null : change.value)(group.id);
    } else if (name === "members" || oneMember.test(change.path)) {
      const op = change.op === "add" ? "add" : "remove";
      members.push(...changedMembers(change).map((id) => ({ op, id }) as const));
    } else throw invalid(`The attribute ${change.path} of a group cannot be changed.`);
  }
  if (members.length > maxMembers) throw invalid(`At most ${maxMembers} memberships are changed at once.`);
  const added = members.filter((member) => member.op === "add").map((member) => member.id);
  requireUsers(context, added);
  if (displayName !== group.displayName) requireUniqueName(context, displayName);
  for (const { op, id } of members) (op === "add" ? join : leave)(context, group.id, id);
  context.world.groups[group.id] = {
    ...group,
    displayName,
    externalIds: identifiers,
    updatedAt: context.now,
  };
  return nothing;
}

function nameOf({ world }: Context, { op, value }: Change): string {
  if (op === "remove" || typeof value !== "string") throw invalid("displayName has to be text.");
  const { identityStoreId: IdentityStoreId } = world.instance;
  const problem = checkShape(shapes.CreateGroup, { IdentityStoreId, DisplayName: value });
  if (problem !== null) throw invalid(problem.message);
  return value;
}

function changedMembers({ op, path, value }: Change): readonly string[] {
  const [, single] = oneMember.exec(path) ?? [];
  if (op === "replace") throw invalid("Replacing group memberships is not supported.");
  if (single !== undefined) {
    if (op === "remove") return [single];
    throw invalid("A member is added by its value.");
  }
  if (value === undefined || value === null)
    throw invalid("Removing all group memberships is not supported.");
  return memberIds(Array.isArray(value) ? value : [value]);
}

/** Who is in already stays in. */
function join(context: Context, GroupId: string, UserId: string): void {
  if (membershipOf(context, GroupId, UserId) !== undefined) return;
  const { identityStoreId: IdentityStoreId } = context.world.instance;
  createMembership(context, { IdentityStoreId, GroupId, MemberId: { UserId } });
}

function leave(context: Context, groupId: string, userId: string): void {
  const membership = membershipOf(context, groupId, userId);
  if (membership !== undefined) delete context.world.memberships[membership.id];
}
