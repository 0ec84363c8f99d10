import { shapes } from "../identity-store/shapes.js";
import type { Context } from "../service/operation.js";
import { checkShape } from "../shape/check.js";
import { isObject, type JsonObject } from "../shape/json-object.js";
import type { ExternalIdRecord } from "../world/identity-store.js";
import { toStore } from "./attribute-names.js";
import { invalid } from "./errors.js";
import { externalIds } from "./external-id.js";
import { enterprise, lists, others, texts } from "./user-attributes.js";

/** A user as the identity store keeps one, but for its id and when it was made. */
export interface WrittenUser {
  readonly userName: string;
  readonly displayName: string;
  readonly attributes: JsonObject;
  readonly active: boolean;
  externalIds(id: string): readonly ExternalIdRecord[];
}

/** Reads a whole user; throws for everything that AWS refuses. Attributes that SCIM does not know are left out. */
export function readUser(context: Context, body: unknown): WrittenUser {
  if (!isObject(body)) throw invalid("The request is not a JSON object.");
  const refused = others.find((name) => body[name] !== undefined);
  if (refused !== undefined) throw invalid(`The attribute ${refused} is not supported.`);
  const userName = required(body["userName"], "userName");
  const displayName = required(body["displayName"], "displayName");
  const name = isObject(body["name"]) ? body["name"] : {};
  required(name["givenName"], "givenName");
  required(name["familyName"], "familyName");
  for (const list of lists) requireSingle(list, body[list]);
  const emails = body["emails"];
  if (
    Array.isArray(emails) &&
    emails.some((email: unknown) => isObject(email) && email["primary"] !== true)
  ) {
    throw invalid("The value of emails has to be primary.");
  }
  const known = [...texts, ...lists, "name"].flatMap((key) =>
    body[key] === undefined || body[key] === null ? [] : [[key, body[key]] as const],
  );
  const extension = body[enterprise];
  const attributes = {
    ...(toStore(Object.fromEntries(known)) as JsonObject),
    ...(isObject(extension) ? { Extensions: { "aws:identitystore:enterprise": toStore(extension) } } : {}),
  };
  const { identityStoreId: IdentityStoreId } = context.world.instance;
  const input = { IdentityStoreId, UserName: userName, DisplayName: displayName, ...attributes };
  const problem = checkShape(shapes.CreateUser, input);
  if (problem !== null) throw invalid(problem.message);
  const identifiers = externalIds(context, body["externalId"] ?? null);
  return { userName, displayName, attributes, active: readActive(body["active"]), externalIds: identifiers };
}

function required(value: unknown, name: string): string {
  if (typeof value === "string" && value !== "") return value;
  throw invalid(`${name} is required.`);
}

function requireSingle(name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (!Array.isArray(value)) throw invalid(`${name} has to be a list.`);
  if (value.length > 1) throw invalid(`List attribute ${name} exceeds allowed limit of 1.`);
  const [only] = value as readonly unknown[];
  if (isObject(only) && only["display"] !== undefined)
    throw invalid(`${name} with display is not supported.`);
}

/** Some provisioners write it as text. */
function readActive(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  const text = String(value).toLowerCase();
  if (text !== "true" && text !== "false") throw invalid("active has to be true or false.");
  return text === "true";
}
