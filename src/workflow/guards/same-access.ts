import { resourceType } from "../../access/address.js";
import { grantAddress, grantsByAddress } from "../../access/declared-addresses.js";
import { grouped } from "../../access/grouped.js";
import type { Grant } from "../../access/model.js";

import { counted } from "../../diagnostic/counted.js";
import type { Plan, PlannedChange } from "../../terraform/plan-json.js";
import type { FormerNames } from "../former-names.js";
import type { GuardFacts, GuardHit } from "./guard.js";
import { movesAdvice, movesLine } from "./moves-line.js";

/** An assignment that has another address, and so would be made again. */
interface Remade {
  readonly from: PlannedChange;
  readonly to: PlannedChange;
}

/**
 * Deleting and creating, or deleting and adopting, the same access in one plan means that a group was
 * renamed: Terraform would adopt what exists under the new address and delete it under the old one,
 * which takes the access away. It needs an entry in moves.yaml instead, which the hint spells out.
 */
export function sameAccess(facts: GuardFacts): readonly GuardHit[] {
  const pairs = remade(facts.plan);
  if (pairs.length === 0) return [];
  const grants = grantsByAddress(facts.model);
  const lineFor = (pair: Remade): string => entryFor(pair, grants.get(pair.to.address), facts.formerNames);
  const lines = pairs.map((pair) => ({ ...pair, line: lineFor(pair) }));
  return grouped(lines, ({ line }) => line).map((same) => refusal(same, facts.moves));
}

function remade({ changes }: Plan): readonly Remade[] {
  const assignments = changes.filter((c) => c.type === resourceType.assignment);
  const removed = new Map(
    assignments.filter((c) => c.action === "delete").map((c) => [accessOf(c, "before"), c]),
  );
  return assignments
    .filter((c) => c.action === "create" || c.action === "import")
    .flatMap((to) => {
      const from = removed.get(accessOf(to, "after"));
      return from === undefined ? [] : [{ from, to }];
    });
}

/** One line of moves.yaml: with names when the old name gives exactly the old address, else with addresses. */
function entryFor({ from, to }: Remade, grant: Grant | undefined, names: FormerNames): string {
  const known = names.get(String(from.before?.["principal_id"])) ?? [];
  const addressOf = (principalName: string): string =>
    grant === undefined ? "" : grantAddress({ ...grant, principalName });
  const oldName = known.find((name) => addressOf(name) === from.address);
  if (grant === undefined || oldName === undefined) return movesLine(from.address, to.address);
  const kind = grant.principalType === "GROUP" ? "group" : "user";
  return movesLine({ [kind]: oldName }, { [kind]: grant.principalName });
}

function refusal(
  pairs: readonly [Remade & { readonly line: string }, ...unknown[]],
  moves: GuardFacts["moves"],
): GuardHit {
  const { from, to, line } = pairs[0];
  const others = pairs.length === 1 ? "" : `, and ${counted(pairs.length - 1, "other assignment")}`;
  return {
    guard: "same-access",
    code: "IDC408",
    message: `the plan would take away access that it also gives: ${from.address} and ${to.address}${others}`,
    hint: `a group or user was probably renamed; ${movesAdvice(moves, line)}`,
  };
}

function accessOf(change: PlannedChange, side: "before" | "after"): string {
  const values = change[side] ?? {};
  const key = ["target_id", "principal_id", "permission_set_arn"].map((name) => values[name]);
  return key.every((part) => typeof part === "string" && part !== "") ? key.join(" ") : change.address;
}
