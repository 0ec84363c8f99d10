import { describe, expect, it } from "vitest";
import type { AccountStatus } from "../../../src/directory/directory.js";
import { accountsAgree, namedAccountsAreActive } from "../../../src/workflow/checks/accounts-agree.js";
import { accountMap, groups } from "../../doubles/catalog.js";
import { account, directoryOf } from "../../doubles/directory.js";
import { factsOf } from "../../doubles/facts.js";

const id = "100000000002";
const grant = { account_assignments: { dev: groups({ Admins: ["ReadOnlyAccess"] }) } };
const inOrganization = (name: string, status: AccountStatus = "ACTIVE") =>
  directoryOf({ accounts: [account(id, name, { status })] });

describe("accountsAgree", () => {
  it("accepts the name AWS Organizations has", () => {
    const facts = factsOf({ account_map: accountMap({ dev: id }), ...grant }, inOrganization("dev"));
    expect(accountsAgree(facts)).toEqual([]);
  });

  it("refuses a granted account that is another one in reality", () => {
    const facts = factsOf({ account_map: accountMap({ dev: id }), ...grant }, inOrganization("production"));
    expect(accountsAgree(facts)).toMatchObject([
      {
        code: "IDC403",
        severity: "error",
        message: `account ${id} is "dev" here and "production" in AWS Organizations`,
        span: { line: 6 },
      },
    ]);
  });

  it("only warns about an account that is granted nothing", () => {
    const facts = factsOf({ account_map: accountMap({ dev: id }) }, inOrganization("production"));
    expect(accountsAgree(facts)).toMatchObject([{ code: "IDC403", severity: "warning" }]);
  });

  it.each([
    ["devs", "correct the id, or remove the account"],
    ["dev", `"dev" is ${id} there`],
  ])("refuses an id the organization does not have; a near name (%s) is not offered", (name, hint) => {
    const facts = factsOf(
      { account_map: accountMap({ dev: "999999999990" }), ...grant },
      inOrganization(name),
    );
    expect(accountsAgree(facts)).toMatchObject([
      { severity: "error", message: 'account 999999999990 ("dev") is not in the organization', hint },
    ]);
  });

  it.each([
    ["SUSPENDED", "suspended"],
    ["PENDING_CLOSURE", "pending closure"],
    ["CLOSED", "closed"],
  ] as const)("refuses an account that is %s", (status, words) => {
    const facts = factsOf({ account_map: accountMap({ dev: id }), ...grant }, inOrganization("dev", status));
    expect(accountsAgree(facts)).toMatchObject([
      { severity: "error", message: `account ${id} ("dev") is ${words}` },
    ]);
  });

  it("accepts a second name of an account when one of the two is real", () => {
    const facts = factsOf(
      { account_map: accountMap({ "old-dev": id, dev: id }), ...grant },
      inOrganization("dev"),
    );
    expect(accountsAgree(facts)).toEqual([]);
  });
});

describe("namedAccountsAreActive", () => {
  it("refuses each suspended account once, when there is no map", () => {
    const facts = factsOf(
      { account_assignments: { dev: groups({ Admins: ["ReadOnlyAccess", "PowerUserAccess"] }) } },
      inOrganization("dev", "SUSPENDED"),
    );
    expect(namedAccountsAreActive(facts)).toMatchObject([
      { code: "IDC403", severity: "error", message: `account ${id} ("dev") is suspended`, span: { line: 6 } },
    ]);
  });

  it("leaves accounts of a map to the other check, and active ones alone", () => {
    const mapped = factsOf(
      { account_map: accountMap({ dev: id }), ...grant },
      inOrganization("dev", "CLOSED"),
    );
    expect(namedAccountsAreActive(mapped)).toEqual([]);
    expect(namedAccountsAreActive(factsOf(grant, inOrganization("dev")))).toEqual([]);
  });
});
