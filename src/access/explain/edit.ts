import { descend } from "../../catalog/yaml/node.js";
import type { Span } from "../../diagnostic/diagnostic.js";
import { compareText } from "../../diagnostic/order.js";
import type { KnownAccount } from "../accounts.js";
import type { Explained } from "./facts.js";
import type { Filter } from "./filter.js";
import { keyPath } from "./key-path.js";
import { type AccountName, accountName } from "./left-out.js";

/** Where to write so that a grant comes about. */
export interface Edit {
  /** The list to add the set to; or what is nearest to where a new one goes. */
  readonly span: Span;
  /** The keys of the list, below `vars`. */
  readonly path: string;
  /** False when the keys have to be added. */
  readonly exists: boolean;
  /** Every account that the list reaches. */
  readonly accounts: readonly AccountName[];
}

/**
 * The list to add a set to: the one of the principal in the account itself, else in the type with the fewest
 * accounts, else a new one for the account alone. Null unless principal and account are asked for.
 */
export function editFor(facts: Explained, { principal, account }: Filter): Edit | null {
  if (principal === null || account === null) return null;
  const { vars } = facts.written;
  const kind = principal.type === "GROUP" ? "groups" : "users";
  const candidates = [
    ...account.names.map((name) => ({ keys: ["account_assignments", name], accounts: [account] })),
    ...typesOf(facts, account).map(({ name, accounts }) => ({
      keys: ["account_type_assignments", name],
      accounts,
    })),
  ].map((c) => ({ ...c, keys: [...c.keys, kind, principal.name, "permission_sets"] }));
  for (const { keys, accounts } of candidates) {
    const list = descend(vars, ...keys);
    if (list?.kind === "list")
      return { span: list.span, path: keyPath(keys), exists: true, accounts: accounts.map(accountName) };
  }
  const keys = candidates[0]?.keys ?? [];
  const span = deepestKey(vars, keys) ?? facts.catalog.span;
  return { span, path: keyPath(keys), exists: false, accounts: [accountName(account)] };
}

function typesOf(
  { types }: Explained,
  account: KnownAccount,
): readonly {
  readonly name: string;
  readonly accounts: readonly KnownAccount[];
}[] {
  return [...types]
    .map(([name, { accounts }]) => ({ name, accounts }))
    .filter(({ accounts }) => accounts.some((a) => a.id === account.id))
    .sort((a, b) => a.accounts.length - b.accounts.length || compareText(a.name, b.name));
}

/** The place of the last of the keys that is there. */
function deepestKey(vars: Explained["written"]["vars"], keys: readonly string[]): Span | null {
  let span: Span | null = null;
  for (let depth = 0; depth < keys.length; depth++) {
    const map = descend(vars, ...keys.slice(0, depth));
    const entry = map?.kind === "map" ? map.entries.get(keys[depth] ?? "") : undefined;
    if (entry === undefined) return span;
    span = entry.keySpan;
  }
  return span;
}
