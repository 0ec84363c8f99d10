import { type Edit, editFor } from "./edit.js";
import type { Explained } from "./facts.js";
import { type Filter, matchesGrant, matchesPrincipal } from "./filter.js";
import type { LeftOut, LeftOutReason } from "./left-out.js";
import { meantBy } from "./meant.js";
import { mentions, type NearestPlace, placesOf } from "./nearest-places.js";

/**
 * What comes nearest to a grant that is not there. A reason of `LeftOut`: it would be there but for that.
 * `session`: the principal has a copy of the set, with another session length. `otherSets`: it has other
 * sets in the account. `misspelt`: another name was probably meant. `otherPrincipals`: others have the set in
 * the account. `elsewhere`: the principal, or the set, is granted somewhere else. `nowhere`: not at all.
 */
export type NearestKind =
  | Exclude<LeftOutReason, "overridden" | "missing">
  | "session"
  | "otherSets"
  | "misspelt"
  | "otherPrincipals"
  | "elsewhere"
  | "nowhere";

export interface Nearest {
  readonly kind: NearestKind;
  /** For `misspelt` the name that was probably meant. */
  readonly meant: string | null;
  /** What was left out, when the grant would be there but for that. */
  readonly leftOut: LeftOut | null;
  readonly places: readonly NearestPlace[];
  /** The line to change for the grant; null when account or principal are not asked for, or it cannot be. */
  readonly edit: Edit | null;
}

const wouldGive: readonly LeftOutReason[] = [
  "disabled",
  "expired",
  "excluded",
  "narrowed",
  "suspended",
  "replaced",
];

/** For a filter that no grant matches. */
export function nearestTo(facts: Explained, filter: Filter, left: readonly LeftOut[]): Nearest {
  const { principal, account, permissionSet } = filter;
  const { grants } = facts.model;
  const edit = permissionSet === null ? null : editFor(facts, filter);
  const answer = (
    kind: NearestKind,
    places: readonly NearestPlace[],
    meant: string | null = null,
  ): Nearest => ({
    kind,
    meant,
    leftOut: null,
    places,
    edit,
  });
  const leftOut = left.find((l) => wouldGive.includes(l.reason));
  if (leftOut !== undefined) {
    const kind = leftOut.reason as NearestKind;
    return { ...answer(kind, [placeOf(leftOut)]), leftOut, edit: editOf(leftOut, edit) };
  }
  const isWhole = principal !== null && account !== null && permissionSet !== null;
  if (isWhole) {
    const others = grants.filter((g) => matchesGrant({ ...filter, permissionSet: null }, g));
    const copies = others.filter(
      (g) => facts.baseOf.get(g.permissionSet) === facts.baseOf.get(permissionSet),
    );
    if (copies.length > 0) return { ...answer("session", placesOf(facts, filter, copies)), edit: null };
    if (others.length > 0) return answer("otherSets", placesOf(facts, filter, others));
  }
  const meant = principal === null ? null : meantBy(facts, filter, principal);
  if (principal !== null && meant !== null) {
    const about = { ...filter, principal: { ...principal, name: meant } };
    const having = placesOf(
      facts,
      filter,
      grants.filter((g) => matchesGrant(about, g)),
    );
    const known = mentions(facts, (a) => matchesPrincipal(about, a.principal.type, a.principal.name));
    const places = having.length > 0 ? having : known;
    return { ...answer("misspelt", places, meant), edit: null };
  }
  if (isWhole) {
    const others = grants.filter((g) => matchesGrant({ ...filter, principal: null }, g));
    if (others.length > 0) return answer("otherPrincipals", placesOf(facts, filter, others));
  }
  const elsewhere = mentions(facts, (a) =>
    principal === null
      ? a.permissionSet.name === permissionSet
      : a.principal.type === principal.type && a.principal.name === principal.name,
  );
  return answer(elsewhere.length > 0 ? "elsewhere" : "nowhere", elsewhere);
}

function placeOf({ span, path, principal, permissionSets }: LeftOut): NearestPlace {
  return { span, path, principal, permissionSets };
}

/** AWS grants nothing in a suspended account; what is disabled or expired is changed where that is said. */
function editOf({ reason, span, path, accounts }: LeftOut, edit: Edit | null): Edit | null {
  if (reason === "suspended") return null;
  if (reason !== "disabled" && reason !== "expired") return edit;
  const keys = reason === "expired" ? `${path}.expires_at` : (path ?? "");
  return { span, path: keys, exists: true, permissionSet: null, accounts, sharedWith: [] };
}
