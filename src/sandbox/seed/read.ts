import type { Node } from "yaml";
import type { Seed } from "../seed.js";
import { accountId, readAccount } from "./account.js";
import type { Reader } from "./reader.js";
import { readUser } from "./user.js";
import { fieldsOf, groupName, listOf, matching, optional } from "./values.js";

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

const region = /^([a-z]+-){2,3}\d$/;

/** Reads a whole seed; null when it is not a mapping with the required keys. */
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
