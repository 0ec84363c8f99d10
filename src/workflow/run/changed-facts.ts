import { type Group, grouped } from "../../access/grouped.js";
import { counted } from "../../diagnostic/counted.js";
import { visible } from "../../diagnostic/visible.js";
import type { Directory } from "../../directory/directory.js";
import { changedGrants } from "./changed-grants.js";
import { type UsedAccount, type UsedFacts, type UsedPrincipal, usedAccount } from "./used-facts.js";

/** What happened to something, in words that fit one and many. */
interface Happened {
  readonly kind: "account" | "group" | "user";
  /** Its name, ready to be printed. */
  readonly name: string;
  readonly what: string;
}

/** As many names and changes as somebody reads; the rest is counted. */
const most = 5;

/** What is not as it was when a run was planned, in words; "" when everything is. The instance's ARN is checked apart. */
export function changedFacts(before: UsedFacts, now: UsedFacts, directory: Directory): string {
  const happened = [...accountsChanged(before, now, directory), ...principalsChanged(before, now)];
  const all = [
    ...changedTexts("identity store", before.instance.identityStoreId, now.instance.identityStoreId),
    ...changedTexts("management account", before.managementAccountId, now.managementAccountId),
    ...grouped(happened, ({ kind, what }) => `${kind} ${what}`).map(sentence),
    ...changedGrants(before, now, directory),
  ];
  const more = all.length > most ? [`and ${counted(all.length - most, "other change")}`] : [];
  return [...all.slice(0, most), ...more].join("; ");
}

function changedTexts(what: string, before: string, now: string): readonly string[] {
  return before === now ? [] : [`the ${what} was ${before}, and is ${now}`];
}

function accountsChanged(before: UsedFacts, now: UsedFacts, directory: Directory): readonly Happened[] {
  const known = new Map([...directory.accounts.map(usedAccount), ...now.accounts].map((a) => [a.id, a]));
  return before.accounts.flatMap((was) => accountChanged(was, known.get(was.id)));
}

function accountChanged(was: UsedAccount, is: UsedAccount | undefined): readonly Happened[] {
  const name = `${visible(was.name)} (${was.id})`;
  const happened = (what: string): Happened => ({ kind: "account", name, what });
  if (is === undefined || (is.status === null && was.status !== null))
    return [happened("left the organization")];
  return [
    ...(is.name === was.name ? [] : [happened(`got the name "${visible(is.name)}"`)]),
    ...(is.ou === was.ou ? [] : [happened(`moved from ${unit(was)} to ${unit(is)}`)]),
    ...(is.status === was.status ? [] : [happened(`went from ${was.status} to ${is.status}`)]),
  ];
}

function unit({ ou }: UsedAccount): string {
  return ou === null ? "outside the organization" : visible(ou);
}

function principalsChanged(before: UsedFacts, now: UsedFacts): readonly Happened[] {
  const keyOf = ({ type, name }: UsedPrincipal): string => `${type} ${name}`;
  const ids = new Map(now.principals.map((p) => [keyOf(p), p.id]));
  return before.principals.flatMap((was) => {
    const id = ids.get(keyOf(was));
    if (id === undefined || id === was.id) return [];
    const kind = was.type === "GROUP" ? "group" : "user";
    const what =
      id === null ? "disappeared" : was.id === null ? "appeared" : "got another id (was made anew)";
    return [{ kind, name: visible(was.name), what }];
  });
}

/** `account a (1) moved …`, or `accounts a (1), b (2) and 7 others moved …` */
function sentence(group: Group<Happened>): string {
  const [{ kind, what }] = group;
  const names = group.slice(0, most).map(({ name }) => name);
  const rest = group.length > most ? ` and ${counted(group.length - most, "other")}` : "";
  return `${kind}${group.length === 1 ? "" : "s"} ${names.join(", ")}${rest} ${what}`;
}
