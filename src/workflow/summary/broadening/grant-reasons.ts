import type { Group } from "../../../access/grouped.js";
import type { AccessModel } from "../../../access/model.js";
import type { Catalog } from "../../../catalog/catalog.js";
import { visible } from "../../../diagnostic/visible.js";
import type { Directory } from "../../../directory/directory.js";
import type { PlannedAssignment } from "../assignments.js";
import type { Broadening } from "../summary.js";
import { administratorSets } from "./administrators.js";
import type { NewGrant } from "./new-grants.js";
import { everywhere, productionAccounts } from "./places.js";
import { accountsOf, setOf } from "./wording.js";

/** Why a new grant is a grave one. */
export interface GrantReason {
  readonly kind: Broadening["kind"];
  readonly applies: (grant: NewGrant) => boolean;
  /** What the principal of grants of one set gets. */
  readonly what: (grants: Group<NewGrant>) => string;
}

/** What says how grave new grants are. */
export interface GrantFacts {
  readonly grants: readonly NewGrant[];
  readonly assignments: readonly PlannedAssignment[];
  readonly model: AccessModel;
  readonly catalog: Catalog;
  readonly directory: Directory;
}

/** The reasons, with what each has to know looked up once. */
export function grantReasons(facts: GrantFacts): readonly GrantReason[] {
  const { grants, assignments, model, catalog, directory } = facts;
  if (grants.length === 0) return [];
  const administrators = administratorSets(model, grants);
  const production = productionAccounts(catalog, directory);
  const isEverywhere = everywhere(assignments, grants, directory);
  const allTypes = new Set(catalog.accountTypes.filter((t) => t.all).map((t) => t.name));
  return [
    {
      kind: "administrator",
      applies: (g) => administrators.has(g.permissionSet),
      what: (same) => `${setOf(same)}${reasonOf(same, administrators)} in ${accountsOf(same)}`,
    },
    {
      kind: "management-account",
      applies: (g) => g.accountId === directory.managementAccountId,
      what: (same) => `${setOf(same)} in the management account ${accountsOf(same)}`,
    },
    {
      kind: "production",
      applies: (g) => production.has(g.accountId),
      what: (same) => `${setOf(same)} in production: ${accountsOf(same)}`,
    },
    {
      kind: "all-accounts",
      applies: (g) => isEverywhere(g) || allTypes.has(g.accountType ?? ""),
      what: (same) =>
        isEverywhere(same[0])
          ? `${setOf(same)} in every account`
          : `${setOf(same)} by the account type "${visible(same[0].accountType ?? "")}", for all accounts: ${accountsOf(same)}`,
    },
  ];
}

/** Said unless the set has the name of what makes it one: AdministratorAccess. */
function reasonOf([{ permissionSet }]: Group<NewGrant>, administrators: ReadonlyMap<string, string>): string {
  const because = administrators.get(permissionSet) ?? "";
  return because.endsWith(` ${permissionSet}`) ? "" : ` (administrator-equivalent: ${because})`;
}
