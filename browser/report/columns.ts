import { grouped } from "../../src/access/grouped.js";
import type { PageAccount } from "../../src/report/html/page-data.js";
import { at, compareNames, type Model } from "./model.js";

/** A collection of accounts, and whether each has a column or all have one. */
export interface Band {
  readonly key: string;
  readonly open: boolean;
  /** Number of its first column. */
  readonly first: number;
  /** Numbers of accounts, in the order they are shown. */
  readonly accounts: readonly number[];
}

/** What is below one column: an account, or all accounts of a band. */
export interface Column {
  readonly band: Band;
  /** Number of the account; null for all of the band. */
  readonly account: number | null;
}

export interface Columns {
  readonly bands: readonly Band[];
  readonly list: readonly Column[];
  /** By number of an account: its column, or -1. */
  readonly of: Int32Array;
}

/** The columns of the accounts of some grants. */
export function columnsOf(
  model: Model,
  grants: readonly number[],
  by: "type" | "ou",
  open: readonly string[],
): Columns {
  const { accounts } = model.page;
  const used = new Set(grants.map((g) => at(model.account, g)));
  const byKey = grouped(
    model.accountOrder.filter((a) => used.has(a)),
    (a) => bandKey(accounts[a], by),
  ).map((inBand) => ({ key: bandKey(accounts[inBand[0]], by), inBand }));
  const list: Column[] = [];
  const bands: Band[] = [];
  const of = new Int32Array(accounts.length).fill(-1);
  for (const { key, inBand } of byKey.sort((a, b) => compareNames(a.key, b.key))) {
    const band: Band = { key, open: open.includes(key), first: list.length, accounts: inBand };
    bands.push(band);
    inBand.forEach((account, i) => {
      of[account] = band.first + (band.open ? i : 0);
    });
    if (band.open) list.push(...inBand.map((account) => ({ band, account })));
    else list.push({ band, account: null });
  }
  return { bands, list, of };
}

/** `prod`, or `network, prod` for accounts of two types: so each account is in one band. */
export function bandKey(account: PageAccount | undefined, by: "type" | "ou"): string {
  if (by === "ou") return account?.ou ?? "no OU known";
  const types = account?.types ?? [];
  return types.length === 0 ? "no account type" : types.toSorted(compareNames).join(", ");
}
