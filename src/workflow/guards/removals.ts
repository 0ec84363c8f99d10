import { resourceType } from "../../access/address.js";
import { type Group, grouped } from "../../access/grouped.js";
import type { AccessModel } from "../../access/model.js";
import { counted } from "../../diagnostic/counted.js";
import type { PlannedGrant } from "../summary/summary.js";
import type { GuardFacts, GuardHit } from "./guard.js";

/** More removed grants than these need somebody's word: so many, or this share of all, whichever is less. */
const most = 10;
const share = 0.1;

/** More grants removed or replaced than an ordinary change takes away. */
export function removals({ plan, summary, model }: GuardFacts): readonly GuardHit[] {
  const gone = summary.grants.filter((g) => g.change === "remove" || g.change === "replace");
  const before = plan.changes.filter((c) => c.type === resourceType.assignment && c.before !== null).length;
  const limit = Math.min(most, Math.ceil(before * share));
  if (gone.length <= limit) return [];
  const replaced = gone.filter((g) => g.change === "replace").length;
  const replaces = replaced === 0 ? "" : ` (${replaced} to be made again)`;
  return [
    {
      guard: "removals",
      code: "IDC420",
      message: `the plan takes away ${gone.length}${replaces} of ${counted(before, "grant")}; more than ${limit} may be a mistake`,
      hint: `read the list of removals${vanished(gone, model)}`,
    },
  ];
}

/** Who or what has nothing at all any more, when the removals have one such cause: the one with the most. */
function vanished(gone: readonly PlannedGrant[], { grants }: AccessModel): string {
  const ofPrincipals = grouped(gone, principalOf).filter(
    ([first]) => !grants.some((g) => principalOf(g) === principalOf(first)),
  );
  const ofAccounts = grouped(gone, (g) => g.accountId).filter(
    ([{ accountId }]) => !grants.some((g) => g.accountId === accountId),
  );
  const causes = [
    ...ofPrincipals.map((group) => cause(group, principalWords(group[0]))),
    ...ofAccounts.map((group) => cause(group, accountWords(group[0]))),
  ];
  const [first] = causes.filter(({ size }) => size > 1).sort((a, b) => b.size - a.size);
  return first === undefined ? "" : `: ${first.what} loses all of its ${counted(first.size, "grant")}`;
}

function cause(group: Group<PlannedGrant>, what: string): { readonly size: number; readonly what: string } {
  return { size: group.length, what };
}

function principalOf({
  principalType,
  principalName,
}: Pick<PlannedGrant, "principalType" | "principalName">) {
  return `${principalType} ${principalName}`;
}

function principalWords({ principalType, principalName }: PlannedGrant): string {
  return `${principalType === "GROUP" ? "group" : "user"} "${principalName}"`;
}

function accountWords({ accountId, accountName }: PlannedGrant): string {
  return accountName === accountId ? `account ${accountId}` : `account "${accountName}" (${accountId})`;
}
