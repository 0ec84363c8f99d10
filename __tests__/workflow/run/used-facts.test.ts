import { describe, expect, it } from "vitest";
import type { Directory } from "../../../src/directory/directory.js";
import { factsText, readFacts, usedFacts } from "../../../src/workflow/run/used-facts.js";
import { catalogOf, users } from "../../doubles/catalog.js";
import { account, directoryOf, instanceArn, managementAccountId } from "../../doubles/directory.js";
import { modelOf } from "../../doubles/facts.js";

const dev = account("100000000002", "dev", { ou: "/Platform/Dev", tags: { Team: "a" } });
const accounts = [account(managementAccountId, "root"), dev];
const directory = directoryOf({ accounts, groups: ["Admins"], users: ["jo"] });
const vars = {
  groups: ["New"],
  account_types: { dev: { accounts: ["dev"] } },
  account_type_assignments: { dev: users({ jo: ["ReadOnlyAccess"] }) },
  account_assignments: {
    dev: {
      groups: { Admins: { permission_sets: ["ReadOnlyAccess"], expires_at: "2027-01-01T00:00:00Z" } },
    },
  },
};
const factsOf = (seen: Directory, more: Readonly<Record<string, unknown>> = {}) =>
  usedFacts(modelOf(catalogOf({ ...vars, ...more }), seen), seen);

describe("usedFacts", () => {
  it("is what is granted, to whom, where, and nothing else", () => {
    expect(factsOf(directory)).toEqual({
      version: 1,
      instance: { arn: instanceArn, identityStoreId: "d-1234567890" },
      managementAccountId,
      accounts: [{ id: dev.id, name: "dev", ou: "/Platform/Dev", status: "ACTIVE" }],
      principals: [
        { type: "GROUP", name: "Admins", id: "g-Admins" },
        { type: "GROUP", name: "New", id: null },
        { type: "USER", name: "jo", id: "u-jo" },
      ],
      grants: [
        [dev.id, "GROUP", "Admins", "ReadOnlyAccess", "2027-01-01T00:00:00.000Z", null],
        [dev.id, "USER", "jo", "ReadOnlyAccess", null, "dev"],
      ],
    });
  });

  it("does not change with what the catalog does not use", () => {
    const more = directoryOf({
      accounts: [...accounts.map((a) => ({ ...a, tags: { Other: "tag" } })), account("100000000009", "new")],
      groups: ["Admins", "Others"],
      users: ["ann", "jo"],
    });
    expect(factsOf({ ...more, accounts: more.accounts })).toEqual(factsOf(directory));
  });

  it("does not change with what the catalog's own hash is for", () => {
    const own = {
      permission_sets: { Own: { managed_policies: ["ReadOnlyAccess"] } },
      tags: { Team: "identity" },
    };
    expect(factsOf(directory, own)).toEqual(factsOf(directory));
  });

  it("keeps an account of the catalog's map that the organization does not have", () => {
    const account_map = { full_account_map: { dev: "100000000077" } };
    expect(factsOf(directory, { account_map }).accounts).toEqual([
      { id: "100000000077", name: "dev", ou: null, status: null },
    ]);
  });

  it("is read as it was written, and anything else is not", () => {
    const facts = factsOf(directory);
    expect(readFacts(factsText(facts))).toEqual(facts);
    const without = (name: string): string => JSON.stringify({ ...facts, [name]: undefined });
    const others = ["", "[]", JSON.stringify({ ...facts, version: 2 }), ...Object.keys(facts).map(without)];
    const needed = others.filter((text) => text !== without("managementAccountId"));
    expect(needed.map(readFacts)).toEqual(needed.map(() => null));
  });
});
