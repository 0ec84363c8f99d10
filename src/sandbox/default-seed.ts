import type { Seed, SeedAccount } from "./seed.js";

function inUnit(ou: string, accounts: Readonly<Record<string, string>>): readonly SeedAccount[] {
  return Object.entries(accounts).map(([name, id]) => ({ id, name, ou, status: "ACTIVE", tags: {} }));
}

/** The reference organization of the default catalog, with the four groups it grants access to. */
export const defaultSeed: Seed = {
  managementAccount: "111111111111",
  region: "us-east-1",
  accounts: [
    ...inUnit("/", { "core-root": "111111111111" }),
    ...inUnit("/Core", {
      "core-artifacts": "222222222221",
      "core-audit": "222222222222",
      "core-auto": "222222222223",
      "core-dns": "222222222224",
      "core-network": "222222222225",
      "core-security": "222222222226",
    }),
    ...inUnit("/Platform", {
      "plat-dev": "333333333331",
      "plat-sandbox": "333333333332",
      "plat-staging": "333333333333",
      "plat-prod": "333333333334",
    }),
  ],
  groups: ["Managers", "DevOps", "Developers", "BillingAdmin"],
  users: [
    {
      userName: "jane@example.com",
      displayName: "Jane Roe",
      email: "jane@example.com",
      groups: ["Managers"],
    },
    {
      userName: "omar@example.com",
      displayName: "Omar Haddad",
      email: "omar@example.com",
      groups: ["DevOps"],
    },
    { userName: "li@example.com", displayName: "Li Wei", email: "li@example.com", groups: ["Developers"] },
    {
      userName: "sam@example.com",
      displayName: "Sam Okafor",
      email: "sam@example.com",
      groups: ["BillingAdmin"],
    },
  ],
};
