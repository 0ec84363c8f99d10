import type { Context } from "../service/operation.js";
import { isObject, type JsonObject } from "../shape/json-object.js";
import { invalid } from "./errors.js";
import { externalIdOf } from "./external-id.js";
import { type Change, readChanges } from "./patch.js";
import type { ScimReply, ScimRequest } from "./request.js";
import { userOf } from "./store.js";
import { enterprise, lists, texts } from "./user-attributes.js";
import { writableUser } from "./user-shown.js";
import { replaceUser } from "./users.js";

const changeable = [
  ...(["userName", "active", "externalId", "displayName", "name", enterprise] as const),
  ...texts,
  ...lists.filter((name) => name !== "roles"),
];
/** An attribute, perhaps of the extension, with a filter, with an attribute within. */
const pattern = /^(?:(urn:[\w:.]+:User)(?::|$))?([a-z]\w*)?(?:\[([^\]]*)\])?(?:\.([a-z]\w*))?$/i;
const condition = /^\s*([a-z]\w*)\s+eq\s+("[^"]*"|true|false)\s*$/i;

/** Changes attributes of a user; what comes out has to be a user that could have been made so. */
export function patchUser(context: Context, request: ScimRequest): ScimReply {
  const user = userOf(context, request.id);
  const changes = readChanges(request.body);
  for (const name of ["username", "active"]) {
    const ofIt = changes.filter((change) => change.path.toLowerCase() === name);
    if (ofIt.length > 1) throw invalid(`${name} can be changed once in a request.`);
    if (ofIt.some((change) => change.op === "remove")) throw invalid(`${name} cannot be removed.`);
  }
  const externalId = externalIdOf(user);
  const before = { ...writableUser(user), ...(externalId === null ? {} : { externalId }) };
  return replaceUser(context, request, changes.reduce(changed, before));
}

function changed(user: JsonObject, change: Change): JsonObject {
  const [whole, urn, attribute, filter, inner] = pattern.exec(change.path) ?? [];
  const isExtension = urn?.toLowerCase() === enterprise.toLowerCase();
  const outer = isExtension ? enterprise : (attribute ?? "");
  const name = changeable.find((known) => known.toLowerCase() === outer.toLowerCase());
  if (whole === undefined || name === undefined) {
    throw invalid(`The attribute ${change.path} of a user cannot be changed.`);
  }
  if (isExtension && attribute !== undefined) return within(user, name, attribute, change);
  if (lists.some((list) => list === name)) {
    return { ...user, [name]: changedList(user[name], filter ?? null, inner ?? null, change) };
  }
  if (filter !== undefined) throw invalid(`${name} has one value: it is not filtered.`);
  if (inner !== undefined) return within(user, name, inner, change);
  return { ...user, [name]: change.op === "remove" ? undefined : change.value };
}

function within(user: JsonObject, name: string, inner: string, { op, value }: Change): JsonObject {
  const before = user[name];
  return {
    ...user,
    [name]: { ...(isObject(before) ? before : {}), [inner]: op === "remove" ? undefined : value },
  };
}

/** A list has one value at most, so that what a filter does not find becomes a second one, which is refused later. */
function changedList(
  before: unknown,
  filter: string | null,
  inner: string | null,
  { op, value }: Change,
): readonly unknown[] {
  const items: readonly unknown[] = Array.isArray(before) ? before : [];
  if (filter === null && inner === null) {
    const values = Array.isArray(value) ? value : [value];
    return op === "remove" ? [] : op === "add" ? [...items, ...values] : values;
  }
  const [, attribute = "", wanted = ""] = filter === null ? [] : (condition.exec(filter) ?? []);
  if (filter !== null && attribute === "")
    throw invalid(`The filter ${filter} is not of the form attribute eq "value".`);
  const matches = (item: unknown): boolean =>
    filter === null || (isObject(item) && item[attribute] === JSON.parse(wanted));
  if (op === "remove") {
    return inner === null
      ? items.filter((item) => !matches(item))
      : items.map((item) => (matches(item) && isObject(item) ? { ...item, [inner]: undefined } : item));
  }
  const base = filter === null ? {} : { [attribute]: JSON.parse(wanted) as unknown };
  const written = (item: object): object =>
    inner === null ? { ...item, ...Object(value) } : { ...item, [inner]: value };
  if (items.some(matches)) return items.map((item) => (matches(item) ? written(Object(item)) : item));
  return [...items, written(base)];
}
