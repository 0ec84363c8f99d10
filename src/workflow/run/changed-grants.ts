import { counted } from "../../diagnostic/counted.js";
import { visible } from "../../diagnostic/visible.js";
import type { Directory } from "../../directory/directory.js";
import type { UsedFacts, UsedGrant } from "./used-facts.js";

/** Why: the first of them, and how many there are. */
const most = 3;

/** `2 grants more, 1 less: dev-2 (…) joined the account type "dev"`; nothing when they are the same. */
export function changedGrants(before: UsedFacts, now: UsedFacts, directory: Directory): readonly string[] {
  const more = without(now.grants, before.grants);
  const less = without(before.grants, now.grants);
  if (more.length + less.length === 0) return [];
  const sizes = [
    more.length === 0 ? "" : `${counted(more.length, "grant")} more`,
    less.length === 0
      ? ""
      : more.length === 0
        ? `${counted(less.length, "grant")} less`
        : `${less.length} less`,
  ];
  const names = new Map([...before.accounts, ...directory.accounts].map(({ id, name }) => [id, name]));
  const reasons = [...reasonsFor(more, "joined", names), ...reasonsFor(less, "left", names)];
  const rest = reasons.length > most ? [`${reasons.length - most} more did so`] : [];
  const why = [...reasons.slice(0, most), ...rest].join(", ");
  return [`${sizes.filter((s) => s !== "").join(", ")}${why === "" ? "" : `: ${why}`}`];
}

/** The account type says why a grant is there; it is not part of what is granted. */
function without(grants: readonly UsedGrant[], others: readonly UsedGrant[]): readonly UsedGrant[] {
  const keyOf = (grant: UsedGrant): string => JSON.stringify(grant.slice(0, 5));
  const known = new Set(others.map(keyOf));
  return grants.filter((grant) => !known.has(keyOf(grant)));
}

/** One for each account and type; an account that is named joins nothing. */
function reasonsFor(
  grants: readonly UsedGrant[],
  verb: "joined" | "left",
  names: ReadonlyMap<string, string>,
): readonly string[] {
  return [
    ...new Set(
      grants.flatMap(([id, , , , , type]) =>
        type === null
          ? []
          : [`${visible(names.get(id) ?? "account")} (${id}) ${verb} the account type "${visible(type)}"`],
      ),
    ),
  ];
}
