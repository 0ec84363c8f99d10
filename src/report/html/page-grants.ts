import type { PlainGrant } from "../access-since.js";
import type { PageData } from "./page-data.js";

/** The grants of a page with their names: of `numbers`, of which each grant takes `width`. */
export function pageGrants(
  page: Pick<PageData, "accounts" | "principals" | "setNames" | "ends">,
  numbers: readonly number[],
  width: number,
): readonly PlainGrant[] {
  return Array.from({ length: Math.floor(numbers.length / width) }, (_, i) => {
    const [account, principal, set, end] = [0, 1, 2, 3].map((k) => numbers[i * width + k] ?? -1);
    const { id, name } = page.accounts[account ?? -1] ?? { id: "", name: "" };
    const who = page.principals[principal ?? -1] ?? { type: "GROUP" as const, name: "" };
    return {
      ...{ accountId: id, accountName: name, principalType: who.type, principalName: who.name },
      permissionSet: page.setNames[set ?? -1] ?? "",
      expiresAt: page.ends[end ?? -1] ?? null,
    };
  });
}
