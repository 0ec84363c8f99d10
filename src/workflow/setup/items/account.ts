import { counted } from "../../../diagnostic/counted.js";
import { failureOf } from "../failure.js";
import { itemsOf, type SetupItem } from "../item.js";
import type { SetupFacts } from "../setup-facts.js";

const { done, todo, unknown } = itemsOf("account", "administration");

/** Whose account it is done from, and what a delegated administrator cannot do. */
export function accountMayAdminister({ caller, directory, model }: SetupFacts): SetupItem {
  const failure = failureOf(directory, "an organization");
  if (!caller.ok || directory === null || !directory.ok) return unknown(failure?.found ?? "");
  const { accountId } = caller.value;
  const { managementAccountId } = directory.value;
  if (accountId === managementAccountId) return done(`from the management account ${accountId}`);
  const forbidden =
    "it cannot grant in the management account, nor change a permission set that is used there";
  const grants = model?.ok ? model.value.grants.filter((g) => g.accountId === managementAccountId) : [];
  if (grants.length === 0) return done(`from the delegated administrator ${accountId}: ${forbidden}`);
  return todo(
    `from ${accountId}, which is not the management account, with ${counted(grants.length, "grant")} there: ${forbidden}`,
    `use credentials of the management account ${managementAccountId}, or take these grants out of the catalog`,
  );
}
