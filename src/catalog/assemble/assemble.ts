import { assembleBackend } from "../backend.js";
import type { Catalog, MappedAccount, Named } from "../catalog.js";
import { limits } from "../limits.js";
import type { Moves } from "../moves/moves.js";
import type { WrittenCatalog } from "../read/written.js";
import {
  child,
  descend,
  entriesOf,
  isFalse,
  isTrue,
  type MapNode,
  type Node,
  numberOf,
  textOf,
} from "../yaml/node.js";
import { accountTypes } from "./account-types.js";
import { readAssignments, readTargets } from "./assignments.js";
import { named, names } from "./named.js";
import { withOwnSets } from "./own-sets.js";
import { typeSessions, withSessionVariants } from "./sessions.js";
import { stateBackends, stockSets } from "./stock-sets.js";
import { componentTags } from "./tags.js";

const defaultWarningDays = 14;

/** Turns vars of a checked shape into the one shape the rest of the program knows. */
export function assemble(written: WrittenCatalog, moves: Moves): Catalog {
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
  const declared = withOwnSets(
    stockSets(vars, facts, backends),
    child(vars, "permission_sets"),
    partition,
    tags,
  );
  const assigned = [
    ...readAssignments(child(vars, "account_assignments"), "account"),
    ...readAssignments(child(vars, "account_type_assignments"), "accountType"),
  ];
  const sessions = typeSessions(child(vars, "session_durations"));
  const allow = descend(vars, "management_account", "allow");
  return {
    component: written.component,
    span: written.span,
    enabled: !isFalse(child(vars, "enabled")),
    region: textOf(child(vars, "region")) ?? "",
    partition,
    accountMap: accountMap(vars),
    accountMapReadable: isReadableMap(vars),
    rootAccount: named(descend(vars, "account_map", "root_account_account_name"))[0] ?? null,
    ...withSessionVariants(declared, assigned, sessions),
    sessions,
    accountTypes: accountTypes(child(vars, "account_types")),
    targets: [
      ...readTargets(child(vars, "account_assignments"), "account"),
      ...readTargets(child(vars, "account_type_assignments"), "accountType"),
    ],
    groups: names(child(vars, "groups")),
    syncedGroups: names(child(vars, "idp_groups")),
    requiredGroups: names(child(vars, "required_groups")),
    managementAccountRefused: allow !== undefined && isFalse(allow) ? allow.span : null,
    expiryWarningDays: warningDays(child(vars, "expiry_warning_days")),
    hasStateBackend: backends.some((b) => b.suffix === ""),
    backendArns: backendArns(vars),
    backend: assembleBackend(written),
    moves,
  };
}

/** The default for what is no number of days: the schema says so, and no date can be made from it. */
function warningDays(node: Node | undefined): number {
  const days = numberOf(node) ?? Number.NaN;
  return days >= 0 && days <= limits.expiryWarningDays ? days : defaultWarningDays;
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

function backendArns(vars: MapNode): readonly Named[] {
  const keys = ["tf_access_bucket_arn", "tf_access_role_arn", "tf_access_dynamodb_table_arn"];
  const additional = entriesOf(child(vars, "tf_access_additional_backends")).flatMap((e) =>
    entriesOf(e.value),
  );
  const nodes = [...keys.map((k) => child(vars, k)), ...additional.map((e) => e.value)];
  return nodes.flatMap((node) => named(node));
}
