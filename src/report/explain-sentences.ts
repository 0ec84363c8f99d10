import type { Filter, PrincipalName } from "../access/explain/filter.js";
import type { AccountName, LeftOut } from "../access/explain/left-out.js";
import type { Nearest } from "../access/explain/nearest.js";
import type { Via } from "../access/explain/via.js";
import { dayOf } from "../catalog/instant.js";
import { visible } from "../diagnostic/visible.js";

/** Accounts or names that are listed before the rest is counted. */
const mostListed = 5;

/** `group Developers` */
export function principalWords({ type, name }: PrincipalName): string {
  return `${type === "GROUP" ? "group" : "user"} ${visible(name)}`;
}

/** `A, B, C, D, E and 3 more` */
export function listed(names: readonly string[]): string {
  const rest = names.length - mostListed;
  const first = names.slice(0, mostListed).map(visible).join(", ");
  return rest > 0 ? `${first} and ${rest} more` : first;
}

export function accountWords(accounts: readonly AccountName[]): string {
  return listed(accounts.map((a) => a.name));
}

/** What was left out, without its place. */
export function leftOutSentence(left: LeftOut): string {
  const { principal, accountType, accounts, permissionSets, endedAt } = left;
  const who = principal === null ? "" : `${principalWords(principal)}: `;
  const where = accountType === null ? accountWords(accounts) : `type ${visible(accountType)}`;
  const sets = listed(permissionSets);
  switch (left.reason) {
    case "disabled":
      return "the component is disabled, so nothing is granted";
    case "expired":
      return `${who}${sets} in ${where} expired on ${dayOf(endedAt ?? "")}`;
    case "excluded":
      return `${accountWords(accounts)} excluded from ${where}, which has ${sets}`;
    case "narrowed":
      return `${accountWords(accounts)} without this tag, so not in ${where}, which has ${sets}`;
    case "suspended":
      return `${accountWords(accounts)} not active, so not in ${where}, which has ${sets}`;
    case "replaced":
      return `${who}${permissionSets.length === 0 ? "an empty list" : sets} was replaced by a higher layer`;
    case "overridden":
      return `${sets} is a stock set with other ${listed(left.fields)}`;
    case "missing":
      return `${principal === null ? "" : principalWords(principal)} does not exist in the directory`;
  }
}

/** Why there is no grant, without places. */
export function nearestSentence({ kind, meant, leftOut, places }: Nearest, filter: Filter): string {
  if (leftOut !== null) return leftOutSentence(leftOut);
  const who = filter.principal === null ? "" : principalWords(filter.principal);
  const subject = who === "" ? (filter.permissionSet ?? "this") : who;
  const sets = listed([...new Set(places.flatMap((p) => p.permissionSets))]);
  switch (kind) {
    case "session":
      return `${who} has ${sets} there, the same set with another session length`;
    case "otherSets":
      return `${who} has ${sets} there`;
    case "misspelt":
      return `did you mean "${visible(meant ?? "")}"? names are case-sensitive`;
    case "otherPrincipals":
      return `others have it there: ${listed([...new Set(places.flatMap((p) => p.principal?.name ?? []))])}`;
    case "elsewhere":
      return `${subject} is granted elsewhere`;
    case "nowhere":
      return `${subject} is granted nowhere`;
    default:
      return "";
  }
}

const chosenWords = {
  name: "name",
  glob: "matches glob",
  organizationalUnit: "organizational unit",
  tag: "tag",
  all: "all",
} as const;

/** How a line leads to a grant; `place` shows where. */
export function viaWords(via: Via, place: (span: Via["span"]) => string): string {
  const name = visible(via.name);
  const at = place(via.span);
  switch (via.kind) {
    case "accountType": {
      const what = via.chosen === "all" ? "" : ` ${visible(via.value ?? "")}`;
      return `${chosenWords[via.chosen ?? "name"]}${what} (${at})`;
    }
    case "component":
      return `inherited from component ${name} (${at})`;
    case "vars":
      return `from ${name} (${at})`;
    case "import":
      return `${name}, imported by ${at}`;
    case "anchor":
      return `through the anchor ${name === "" ? "" : `&${name} `}at ${at}, used at ${via.usedAt === null ? at : place(via.usedAt)}`;
    case "session":
      return `instead of ${name}: sessions of ${visible(via.value ?? "")} (session_durations, ${at})`;
  }
}
