import type { Span } from "../../diagnostic/diagnostic.js";
import type { DeclaredSet } from "../catalog.js";
import type { PermissionSet } from "../permission-set.js";
import { alwaysSets } from "../stock/always.js";
import type { StateBackend, StockFacts } from "../stock/facts.js";
import { optionalSets } from "../stock/optional.js";
import { backendSuffix, identityRoleSetName, teamSetName } from "../stock/set-names.js";
import { identityRoleSet, teamSet } from "../stock/teams.js";
import { terraformSets } from "../stock/terraform.js";
import { child, entriesOf, itemsOf, type MapNode, type Node, textOf } from "../yaml/node.js";

/** The sets that the vars make exist, before `permission_sets` adds and overrides. */
export function stockSets(
  vars: MapNode,
  facts: StockFacts,
  backends: readonly DeclaredBackend[],
): readonly DeclaredSet[] {
  const declare =
    (origin: "stock" | "made", span: Span | null) =>
    (set: PermissionSet): DeclaredSet => ({
      ...set,
      origin,
      span,
      fieldSpans: new Map(),
      variantOf: null,
    });
  const pattern =
    textOf(child(vars, "overridable_team_permission_set_name_pattern")) ?? "Identity%sTeamAccess";
  const optional = optionalSets(facts, backends.find((b) => b.suffix === "") ?? null);
  const template = textOf(child(vars, "identity_role_arn_template")) ?? "";
  return [
    ...alwaysSets(facts).map(declare("stock", null)),
    ...[...askedFor(vars)].flatMap(([name, span]) =>
      optional.filter((set) => set.name === name).map(declare("stock", span)),
    ),
    ...backends.flatMap((backend) =>
      terraformSets(facts, backend).map(declare(backend.suffix === "" ? "stock" : "made", backend.span)),
    ),
    ...named(vars, "aws_teams_accessible").flatMap(({ name, node }) =>
      [teamSet(facts, teamSetName(pattern, name), name)].map(declare("made", node.span)),
    ),
    ...named(vars, "identity_roles_accessible").flatMap(({ name, node }) => {
      const roleArn = template === "" ? null : template.replaceAll("%s", () => name);
      return [identityRoleSet(facts, identityRoleSetName(name), name, roleArn)].map(
        declare("made", node.span),
      );
    }),
  ];
}

/** `optional_permission_sets`: each name once, at its first place. */
function askedFor(vars: MapNode): ReadonlyMap<string, Span> {
  const places = named(vars, "optional_permission_sets").map(({ name, node }) => [name, node.span] as const);
  return new Map(places.toReversed());
}

/** A state backend and the place that makes it exist. */
export interface DeclaredBackend extends StateBackend {
  readonly span: Span;
}

/** The state backends of the vars: the main one when bucket and role are set, then the additional ones. */
export function stateBackends(vars: MapNode): readonly DeclaredBackend[] {
  const bucket = child(vars, "tf_access_bucket_arn");
  const bucketArn = writtenText(bucket);
  const roleArn = writtenText(child(vars, "tf_access_role_arn"));
  const tableArn = orNull(textOf(child(vars, "tf_access_dynamodb_table_arn")));
  const main =
    bucket !== undefined && bucketArn !== "" && roleArn !== ""
      ? [{ suffix: "", bucketArn, roleArn, tableArn, span: bucket.span }]
      : [];
  const additional = entriesOf(child(vars, "tf_access_additional_backends")).map((e) => ({
    suffix: backendSuffix(e.key),
    bucketArn: textOf(child(e.value, "bucket_arn")) ?? "",
    roleArn: textOf(child(e.value, "role_arn")) ?? "",
    tableArn: orNull(textOf(child(e.value, "dynamodb_table_arn"))),
    span: e.keySpan,
  }));
  return [...main, ...additional];
}

/** A value that is not known was reported as such; that its sets do not exist would be a second report. */
function writtenText(node: Node | undefined): string {
  return node !== undefined && node.tag !== null ? node.tag : (textOf(node) ?? "");
}

function named(vars: MapNode, key: string): readonly { readonly name: string; readonly node: Node }[] {
  return itemsOf(child(vars, key)).flatMap((node) => {
    const name = textOf(node);
    return name === undefined || name === "" || node.tag !== null ? [] : [{ name, node }];
  });
}

function orNull(text: string | undefined): string | null {
  return text === undefined || text === "" ? null : text;
}
