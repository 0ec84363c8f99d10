import type { Node } from "yaml";
import type { SeedAccount } from "../seed.js";
import type { Reader } from "./reader.js";
import { type Fields, fieldsOf, matching, optional } from "./values.js";

/** 12 digits. */
export const accountId = /^\d{12}$/;
const unitPath = /^\/$|^(\/[^/]{1,128})+$/;
const tagText = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Reads one account, with the node of its id. */
export function readAccount(reader: Reader, node: Node | null): { account: SeedAccount; node: Node | null } {
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
