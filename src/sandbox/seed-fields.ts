import type { Node } from "yaml";
import { didYouMean } from "../diagnostic/suggest.js";
import type { Seed, SeedAccount, SeedUser } from "./seed.js";
import type { Reader } from "./seed-reader.js";

/** Something read from the file with its place, for rules that look at several things. */
export interface Placed<Value> {
  readonly value: Value;
  readonly node: Node | null;
}

/** A seed as read, with the places of what other parts refer to. */
export interface WrittenSeed {
  readonly seed: Seed;
  readonly managementAccount: Placed<string>;
  readonly accountIds: readonly Placed<string>[];
  readonly groups: readonly Placed<string>[];
  readonly userNames: readonly Placed<string>[];
  readonly memberships: readonly Placed<string>[];
}

type Fields = ReadonlyMap<string, Node | null>;

const accountId = /^\d{12}$/;
const region = /^([a-z]+-){2,3}\d$/;
const unitPath = /^\/$|^(\/[^/]{1,128})+$/;
const tagText = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const groupName = /^[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r \u00a0]{1,1024}$/u;
const userName = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u;

export function readSeed(reader: Reader, root: Node | null): WrittenSeed | null {
  const known = ["managementAccount", "region", "accounts", "groups", "users"];
  const fields = fieldsOf(reader, root, "the seed", known, ["managementAccount", "accounts"]);
  if (fields === null) return null;
  const managementNode = fields.get("managementAccount") ?? null;
  const managementAccount = matching(reader, managementNode, "managementAccount", accountId, "12 digits");
  const home = optional(reader, fields, "region", region, "a region such as us-east-1");
  const accountNodes = reader.list(fields.get("accounts") ?? null, "accounts");
  const accounts = accountNodes.map((node) => readAccount(reader, node));
  const groups = listOf(reader, fields, "groups").map((node) => ({
    value: matching(reader, node, "a group", groupName, "a display name of up to 1024 characters"),
    node,
  }));
  const users = listOf(reader, fields, "users").map((node) => readUser(reader, node));
  return {
    seed: {
      managementAccount,
      accounts: accounts.map(({ account }) => account),
      groups: groups.map(({ value }) => value),
      users: users.map(({ user }) => user),
      ...(home === null ? {} : { region: home }),
    },
    managementAccount: { value: managementAccount, node: managementNode },
    accountIds: accounts.map(({ account, node }) => ({ value: account.id, node })),
    groups,
    userNames: users.map(({ user, node }) => ({ value: user.userName, node })),
    memberships: users.flatMap(({ memberships }) => memberships),
  };
}

function readAccount(reader: Reader, node: Node | null): { account: SeedAccount; node: Node | null } {
  const fields = fieldsOf(reader, node, "an account", ["id", "name", "ou", "status", "tags"], ["id", "name"]);
  const idNode = fields?.get("id") ?? null;
  if (fields === null) return { account: { id: "", name: "", ou: "/" }, node };
  const id = matching(reader, idNode, "id", accountId, "12 digits");
  const name = matching(reader, fields.get("name") ?? null, "name", /^[\s\S]{1,50}$/u, "1 to 50 characters");
  const ou = optional(reader, fields, "ou", unitPath, 'a path such as "/Core"') ?? "/";
  const status = optional(reader, fields, "status", /^(ACTIVE|SUSPENDED)$/, "ACTIVE or SUSPENDED");
  const tags = readTags(reader, fields);
  const account = { id, name, ou, status: status === "SUSPENDED" ? status : "ACTIVE", tags } as const;
  return { account, node: idNode };
}

function readTags(reader: Reader, fields: Fields): Readonly<Record<string, string>> {
  if (!fields.has("tags")) return {};
  const entries = reader.map(fields.get("tags") ?? null, "tags") ?? [];
  const pairs = entries.map(({ key, keyNode, value }): [string, string] => {
    if (!tagText.test(key) || key.length > 128) reader.report(keyNode, `"${key}" is not a tag key`, null);
    return [key, matching(reader, value, `the tag ${key}`, tagText, "text that is allowed in a tag")];
  });
  return Object.fromEntries(pairs);
}

function readUser(reader: Reader, node: Node | null) {
  const known = ["userName", "displayName", "email", "groups"];
  const fields = fieldsOf(reader, node, "a user", known, ["userName"]);
  if (fields === null) return { user: { userName: "", groups: [] }, node, memberships: [] };
  const nameNode = fields.get("userName") ?? null;
  const displayName = optional(reader, fields, "displayName", groupName, "up to 1024 characters");
  const email = optional(reader, fields, "email", /^[^\s@]+@[^\s@]+$/, "an address with one @");
  const memberships = listOf(reader, fields, "groups").map((it) => ({
    value: reader.text(it, "a group") ?? "",
    node: it,
  }));
  const user: SeedUser = {
    userName: matching(reader, nameNode, "userName", userName, "up to 128 characters without spaces"),
    groups: memberships.map(({ value }) => value),
    ...(displayName === null ? {} : { displayName }),
    ...(email === null ? {} : { email }),
  };
  return { user, node: nameNode, memberships };
}

function fieldsOf(
  reader: Reader,
  node: Node | null,
  what: string,
  known: readonly string[],
  required: readonly string[],
): Fields | null {
  const entries = reader.map(node, what);
  if (entries === null) return null;
  for (const { key, keyNode } of entries) {
    if (known.includes(key)) continue;
    reader.report(
      keyNode,
      `${what} has no key "${key}"${didYouMean(key, known)}`,
      `known: ${known.join(", ")}`,
    );
  }
  const fields = new Map(entries.map(({ key, value }) => [key, value]));
  for (const key of required) if (!fields.has(key)) reader.report(node, `${what} needs "${key}"`, null);
  // Missing keys were reported; without them the rest would report the same again.
  return required.every((key) => fields.has(key)) ? fields : null;
}

function listOf(reader: Reader, fields: Fields, key: string): readonly (Node | null)[] {
  return fields.has(key) ? reader.list(fields.get(key) ?? null, key) : [];
}

function optional(
  reader: Reader,
  fields: Fields,
  key: string,
  pattern: RegExp,
  wanted: string,
): string | null {
  return fields.has(key) ? matching(reader, fields.get(key) ?? null, key, pattern, wanted) : null;
}

function matching(reader: Reader, node: Node | null, what: string, pattern: RegExp, wanted: string): string {
  const value = reader.text(node, what);
  if (value === null) return "";
  if (!pattern.test(value)) reader.report(node, `${what} "${value}" is not valid`, `write ${wanted}`);
  return value;
}
