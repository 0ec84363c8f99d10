import { type Group, grouped } from "../../../access/grouped.js";
import { counted } from "../../../diagnostic/counted.js";
import { visible } from "../../../diagnostic/visible.js";
import type { Broadening } from "../summary.js";
import type { NewGrant } from "./new-grants.js";

/** So many names of a list are written out. */
const mostNames = 3;
/** So many lines of one kind are written out. */
const mostLines = 20;

/** `plat-dev, plat-prod, plat-qa and 9 more` */
export function someOf(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map(visible).join(", ");
  return names.length > mostNames ? `${shown} and ${names.length - mostNames} more` : shown;
}

/** `Developers gets ReadOnlyAccess …`: one line for each principal and set, and one that counts the rest. */
export function grantLines(
  kind: Broadening["kind"],
  grants: readonly NewGrant[],
  what: (grants: Group<NewGrant>) => string,
): readonly Broadening[] {
  const groups = grouped(grants, (g) => JSON.stringify([g.principalType, g.principalName, g.permissionSet]));
  const lines = groups.slice(0, mostLines).map((same) => {
    const { principalType, principalName } = same[0];
    const who = principalType === "USER" ? `user ${visible(principalName)}` : visible(principalName);
    return { kind, message: `${who} gets ${what(same)}` };
  });
  const left = groups.slice(mostLines).flat().length;
  return left === 0 ? lines : [...lines, { kind, message: `${counted(left, "more grant")} of this kind` }];
}

/** The set of grants that have one. */
export function setOf([grant]: Group<NewGrant>): string {
  return visible(grant.permissionSet);
}

/** The accounts of grants, some of them by name. */
export function accountsOf(grants: readonly NewGrant[]): string {
  return someOf(grants.map((g) => g.accountName));
}
