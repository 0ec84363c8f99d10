import { grouped } from "../../access/grouped.js";
import { counted } from "../../diagnostic/counted.js";
import { type Finding, finding } from "../finding.js";
import type { IndexedFacts } from "../index-facts.js";

/** Grants are in accounts that the organization knows and that are active. */
export function accountsAreActive({ liveGrants }: IndexedFacts): readonly Finding[] {
  const elsewhere = liveGrants.filter((grant) => grant.account?.status !== "ACTIVE");
  return grouped(elsewhere, (grant) => grant.accountId).map((grants) => {
    const { account, accountId } = grants[0];
    const what =
      account === null
        ? `account ${accountId} is not in the organization`
        : `account ${account.name} (${accountId}) is ${account.status}`;
    return finding(
      "warning",
      "IDC612",
      { accountId },
      {
        message: `${what}, and has ${counted(grants.length, "grant")}`,
        hint: "take its grants out of the catalog and deploy; AWS keeps them until the account is closed for good",
        details: grants.map(
          (g) => `${g.principalName ?? g.principalId}  ${g.set?.name ?? g.permissionSetArn}`,
        ),
      },
    );
  });
}
