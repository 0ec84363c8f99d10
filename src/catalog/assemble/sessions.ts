import { compareText } from "../../diagnostic/order.js";
import type { Assignment, DeclaredSet, TypeSession } from "../catalog.js";
import { durationSeconds, shortDuration } from "../duration.js";
import { isTerraformSet } from "../stock/terraform.js";
import { entriesOf, type Node } from "../yaml/node.js";
import { named } from "./named.js";

/** `session_durations`. */
export function typeSessions(node: Node | undefined): readonly TypeSession[] {
  return entriesOf(node).flatMap(({ key, keySpan, value }) =>
    named(value).map((duration) => ({ accountType: { name: key, span: keySpan }, duration })),
  );
}

/**
 * Where a type has another session duration than a set, its assignments get a copy of the set with a
 * suffix, so that a new type never changes a set that is in use. Terraform's sets stay: a rule refuses them.
 */
export function withSessionVariants(
  sets: readonly DeclaredSet[],
  assignments: readonly Assignment[],
  sessions: readonly TypeSession[],
): { readonly permissionSets: readonly DeclaredSet[]; readonly assignments: readonly Assignment[] } {
  if (sessions.length === 0) return { permissionSets: sets, assignments };
  const sessionOf = new Map(sessions.map((s) => [s.accountType.name, s]));
  const byName = new Map(sets.map((s) => [s.name, s]));
  const variants = new Map<string, DeclaredSet>();
  const changed = assignments.map((assignment) => {
    const { target, permissionSet } = assignment;
    const session = target.kind === "accountType" ? sessionOf.get(target.name) : undefined;
    const set = byName.get(permissionSet.name);
    if (session === undefined || set === undefined || !deviates(set, session.duration.name))
      return assignment;
    if (isTerraformSet(set.name)) return assignment;
    const variant = variantOf(set, session);
    if (!variants.has(variant.name)) variants.set(variant.name, variant);
    return { ...assignment, permissionSet: { ...permissionSet, name: variant.name } };
  });
  const all = [...sets, ...variants.values()].sort((a, b) => compareText(a.name, b.name));
  return { permissionSets: all, assignments: changed };
}

/** True when sessions of a set last something else than `duration`. A duration that is none deviates from nothing. */
export function deviates(set: DeclaredSet, duration: string): boolean {
  const seconds = durationSeconds(duration);
  return seconds !== null && seconds !== durationSeconds(set.sessionDuration ?? "PT1H");
}

function variantOf(set: DeclaredSet, { duration }: TypeSession): DeclaredSet {
  return {
    ...set,
    name: `${set.name}-${shortDuration(duration.name)}`,
    sessionDuration: duration.name,
    origin: "made",
    span: duration.span,
    fieldSpans: new Map(),
    variantOf: set.name,
  };
}
