import { backendTypes } from "../backend.js";
import type { AccountType, Catalog, MappedAccount, Named } from "../catalog.js";
import type { WrittenCatalog } from "../read/written.js";
import {
  child,
  descend,
  type Entry,
  entriesOf,
  itemsOf,
  type MapNode,
  type Node,
  textOf,
  toData,
} from "../yaml/node.js";
import { readAssignments, readTargets } from "./assignments.js";
import { withOwnSets } from "./own-sets.js";
import { stateBackends, stockSets } from "./stock-sets.js";
import { componentTags } from "./tags.js";

/** Turns vars of a checked shape into the one shape the rest of the program knows. */
export function assemble(written: WrittenCatalog): Catalog {
  const { vars } = written;
  const partition = textOf(descend(vars, "account_map", "aws_partition")) ?? "aws";
  const tags = componentTags(vars);
  const backends = stateBackends(vars);
  const sessionDuration = textOf(child(vars, "session_duration")) ?? "";
  const facts = {
    partition,
    tags,
    sessionDuration: sessionDuration === "" ? null : sessionDuration,
  };
  return {
    component: written.component,
    span: written.span,
    enabled: !isFalse(child(vars, "enabled")),
    region: textOf(child(vars, "region")) ?? "",
    partition,
    accountMap: accountMap(vars),
    accountMapReadable: isReadableMap(vars),
    rootAccount: named(descend(vars, "account_map", "root_account_account_name"))[0] ?? null,
    permissionSets: withOwnSets(
      stockSets(vars, facts, backends),
      child(vars, "permission_sets"),
      partition,
      tags,
    ),
    accountTypes: entriesOf(child(vars, "account_types")).map(accountType),
    targets: [
      ...readTargets(child(vars, "account_assignments"), "account"),
      ...readTargets(child(vars, "account_type_assignments"), "accountType"),
    ],
    assignments: [
      ...readAssignments(child(vars, "account_assignments"), "account"),
      ...readAssignments(child(vars, "account_type_assignments"), "accountType"),
    ],
    groups: names(child(vars, "groups")),
    requiredGroups: names(child(vars, "idp_groups")),
    hasStateBackend: backends.some((b) => b.suffix === ""),
    backendArns: backendArns(vars),
    backend: remoteBackend(written),
  };
}

function accountType(entry: Entry): AccountType {
  const { key, keySpan, value } = entry;
  const accounts = child(value, "accounts");
  const exclude = child(value, "exclude");
  const all = child(value, "all");
  const keys = ["accounts", "all", "exclude"];
  return {
    name: key,
    span: keySpan,
    accounts: names(accounts),
    all: isTrue(all),
    exclude: names(exclude),
    readable:
      value.kind === "map" &&
      value.tag === null &&
      entriesOf(value).every((e) => keys.includes(e.key)) &&
      [accounts, exclude].every((n) => n === undefined || names(n).length === itemsOf(n).length) &&
      [accounts, exclude].every((n) => n === undefined || (n.kind === "list" && n.tag === null)) &&
      (all === undefined || isTrue(all) || isFalse(all)),
  };
}

function isReadableMap(vars: MapNode): boolean {
  const map = descend(vars, "account_map", "full_account_map");
  const around = child(vars, "account_map");
  return [around, map].every((n) => n === undefined || (n.kind === "map" && n.tag === null));
}

function accountMap(vars: MapNode): readonly MappedAccount[] | null {
  const map = descend(vars, "account_map", "full_account_map");
  if (map === undefined || isTrue(child(vars, "account_map_enabled"))) return null;
  return entriesOf(map).map((e) => ({
    name: e.key,
    span: e.keySpan,
    id: textOf(e.value) ?? "",
    idSpan: e.value.span,
  }));
}

function remoteBackend(written: WrittenCatalog): Catalog["backend"] {
  const type = textOf(written.backendType);
  if (type !== "s3" && type !== "cloud") return null;
  const byType = entriesOf(written.backend).some((e) => backendTypes.includes(e.key));
  const config = byType ? child(written.backend, type) : written.backend;
  return { type, config: config?.kind === "map" ? (toData(config) as Record<string, unknown>) : {} };
}

function backendArns(vars: MapNode): readonly Named[] {
  const keys = ["tf_access_bucket_arn", "tf_access_role_arn", "tf_access_dynamodb_table_arn"];
  const additional = entriesOf(child(vars, "tf_access_additional_backends")).flatMap((e) =>
    entriesOf(e.value),
  );
  const nodes = [...keys.map((k) => child(vars, k)), ...additional.map((e) => e.value)];
  return nodes.flatMap((node) => named(node));
}

function names(node: Node | undefined): readonly Named[] {
  return itemsOf(node).flatMap(named);
}

function named(node: Node | undefined): readonly Named[] {
  const name = textOf(node);
  if (name === undefined || name === "" || node === undefined || node.tag !== null) return [];
  return [{ name, span: node.span }];
}

function isTrue(node: Node | undefined): boolean {
  return node?.kind === "scalar" && node.value === true;
}

function isFalse(node: Node | undefined): boolean {
  return node?.kind === "scalar" && node.value === false;
}
