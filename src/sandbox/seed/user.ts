import type { Node } from "yaml";
import type { SeedUser } from "../seed.js";
import type { Reader } from "./reader.js";
import { fieldsOf, groupName, listOf, matching, optional } from "./values.js";

const userName = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u;

/** Reads one user, with the node of its name and the groups it names. */
export function readUser(reader: Reader, node: Node | null) {
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
