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
  const column = (k: number) => page.grants.filter((_, i) => i % 5 === k);
  const [accounts, principals] = [column(0), column(1)];
  const principalOrder = [...new Set(principals)].sort((a, b) => {
    const [x, y] = [page.principals[a], page.principals[b]];
    if (x === undefined || y === undefined) return 0;
    return x.type === y.type ? compareNames(x.name, y.name) : x.type === "GROUP" ? -1 : 1;
  });
  const place = ranks(principalOrder, page.principals.length);
  const order = Int32Array.from(accounts.keys()).sort(
    (a, b) => at(place, principals[a] ?? 0) - at(place, principals[b] ?? 0) || a - b,
  );
  const pick = (values: readonly number[]) => order.map((i) => values[i] ?? -1);
  const setOrder = page.setNames
    .map((_, i) => i)
    .sort(
      (a, b) =>
        levels.indexOf(levelOf[a] ?? "unknown") - levels.indexOf(levelOf[b] ?? "unknown") ||
        compareNames(page.setNames[a] ?? "", page.setNames[b] ?? ""),
    );
  return {
    ...{ page, setByName, levelOf, principalOrder },
    count: accounts.length,
    ...{ account: pick(accounts), principal: pick(principals), set: pick(column(2)) },
    ...{ end: pick(column(3)), source: pick(column(4)) },
    setRank: ranks(setOrder, page.setNames.length),
    accountOrder: [...new Set(accounts)].sort(
      (a, b) =>
        compareNames(page.accounts[a]?.name ?? "", page.accounts[b]?.name ?? "") ||
        compareNames(page.accounts[a]?.id ?? "", page.accounts[b]?.id ?? ""),
    ),
  };
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
