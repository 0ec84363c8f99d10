import type { Privilege, ReportSet } from "../../src/report/html/input.js";
import type { PageData } from "../../src/report/html/page-data.js";

/** `unknown`: the report has no permission set of that name. */
export type Level = Privilege | "unknown";

/** The most first. */
export const levels: readonly Level[] = ["root", "admin", "write", "read", "unknown"];

/** The data of the page, made ready to be looked up; grants are numbers, in the order of their principals. */
export interface Model {
  readonly page: PageData;
  readonly count: number;
  readonly account: Int32Array;
  readonly principal: Int32Array;
  readonly set: Int32Array;
  readonly end: Int32Array;
  readonly source: Int32Array;
  readonly setByName: ReadonlyMap<string, ReportSet>;
  /** By number of a set. */
  readonly levelOf: readonly Level[];
  /** Numbers of sets, those that allow most first. */
  readonly setRank: Int32Array;
  /** Numbers of the accounts and principals that have a grant, in the order they are shown. */
  readonly accountOrder: readonly number[];
  readonly principalOrder: readonly number[];
}

export const compareNames = new Intl.Collator("en", { numeric: true }).compare;

/** Groups come before users, and all by name. */
export function newModel(page: PageData): Model {
  const setByName = new Map(page.sets.map((set) => [set.name, set]));
  const levelOf = page.setNames.map((name): Level => setByName.get(name)?.privilege ?? "unknown");
  const principalOrder = used(page, 1, page.principals.length).sort((a, b) => {
    const [x, y] = [page.principals[a], page.principals[b]];
    if (x === undefined || y === undefined) return 0;
    return x.type === y.type ? compareNames(x.name, y.name) : x.type === "GROUP" ? -1 : 1;
  });
  const setOrder = [...page.setNames.keys()].sort(
    (a, b) =>
      levels.indexOf(levelOf[a] ?? "unknown") - levels.indexOf(levelOf[b] ?? "unknown") ||
      compareNames(page.setNames[a] ?? "", page.setNames[b] ?? ""),
  );
  const order = inOrder(page, ranks(principalOrder, page.principals.length));
  const column = (k: number) => order.map((g) => at(page.grants, g * 5 + k));
  return {
    ...{ page, setByName, levelOf, principalOrder },
    count: order.length,
    ...{ account: column(0), principal: column(1), set: column(2), end: column(3), source: column(4) },
    setRank: ranks(setOrder, page.setNames.length),
    accountOrder: used(page, 0, page.accounts.length).sort(
      (a, b) =>
        compareNames(page.accounts[a]?.name ?? "", page.accounts[b]?.name ?? "") ||
        compareNames(page.accounts[a]?.id ?? "", page.accounts[b]?.id ?? ""),
    ),
  };
}

/** Numbers that grants have in one of their five places. */
function used({ grants }: PageData, place: number, size: number): number[] {
  const seen = new Uint8Array(size);
  for (let i = place; i < grants.length; i += 5) seen[at(grants, i)] = 1;
  return [...seen.keys()].filter((n) => seen[n] === 1);
}

/** Numbers of the grants in the order of their principals: counted, for comparing takes much longer. */
function inOrder({ grants }: PageData, rank: Int32Array): Int32Array {
  const count = grants.length / 5;
  const next = new Int32Array(rank.length + 1);
  const rankOf = (g: number): number => at(rank, at(grants, g * 5 + 1));
  for (let g = 0; g < count; g += 1) next[rankOf(g) + 1] = at(next, rankOf(g) + 1) + 1;
  for (let r = 1; r < next.length; r += 1) next[r] = at(next, r) + at(next, r - 1);
  const order = new Int32Array(count);
  for (let g = 0; g < count; g += 1) {
    const place = at(next, rankOf(g));
    order[place] = g;
    next[rankOf(g)] = place + 1;
  }
  return order;
}

/** A number of a list of numbers; lists of numbers have no holes here. */
export function at(values: ArrayLike<number>, i: number): number {
  return values[i] ?? -1;
}

function ranks(order: readonly number[], size: number): Int32Array {
  const rank = new Int32Array(size);
  order.forEach((number, i) => {
    rank[number] = i;
  });
  return rank;
}
