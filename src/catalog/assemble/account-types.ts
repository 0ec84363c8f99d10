import type { AccountTag, AccountType } from "../catalog.js";
import { isUnitName } from "../unit-name.js";
import { child, type Entry, entriesOf, isFalse, isTrue, itemsOf, type Node, textOf } from "../yaml/node.js";
import { names } from "./named.js";

const lists = ["accounts", "organizational_units", "exclude"];
const flags = ["recursive", "all"];

/** `account_types`. */
export function accountTypes(node: Node | undefined): readonly AccountType[] {
  return entriesOf(node).map(accountType);
}

function accountType({ key, keySpan, value }: Entry): AccountType {
  return {
    name: key,
    span: keySpan,
    accounts: names(child(value, "accounts")),
    organizationalUnits: names(child(value, "organizational_units")),
    recursive: isTrue(child(value, "recursive")),
    tags: tags(child(value, "tags")),
    all: isTrue(child(value, "all")),
    exclude: names(child(value, "exclude")),
    readable: isReadable(value),
  };
}

function tags(node: Node | undefined): readonly AccountTag[] {
  return entriesOf(node).flatMap(({ key, keySpan, value }) => {
    const text = textOf(value);
    return text === undefined ? [] : [{ key, value: text, span: keySpan }];
  });
}

/** Whether every key is known and of its kind: what could not be read may have been a restriction. */
function isReadable(value: Node): boolean {
  if (value.kind !== "map" || value.tag !== null) return false;
  return entriesOf(value).every(({ key, value: node }) => {
    if (node.tag !== null) return false;
    if (key === "organizational_units" && !names(node).every((n) => isUnitName(n.name))) return false;
    if (lists.includes(key)) return node.kind === "list" && names(node).length === itemsOf(node).length;
    if (flags.includes(key)) return isTrue(node) || isFalse(node);
    return key === "tags" && node.kind === "map" && tags(node).length === node.entries.size;
  });
}
