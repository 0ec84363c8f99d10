import { describe, expect, it } from "vitest";
import { defaultSeed } from "../../src/sandbox/default-seed.js";
import { parseSeed } from "../../src/sandbox/seed.js";

const good = `managementAccount: 111111111111
region: eu-central-1
accounts:
  - { id: 111111111111, name: root }
  - id: 012345678901
    name: dev
    ou: /Platform/Dev
    status: SUSPENDED
    tags: { env: dev, cost: "7" }
groups: [Managers, Dev Ops]
users:
  - { userName: jane@example.com, displayName: Jane, email: jane@example.com, groups: [Managers] }
  - userName: sam
`;

function problems(text: string): readonly string[] {
  const { seed, diagnostics } = parseSeed(text, "seed.yaml");
  expect(seed).toBeNull();
  expect(diagnostics.every((it) => it.code === "IDC204" && it.severity === "error")).toBe(true);
  expect(diagnostics.every((it) => it.span?.file === "seed.yaml")).toBe(true);
  return diagnostics.map((it) => `${it.span?.line}:${it.span?.column} ${it.message}`);
}

function change(from: string, to: string): string {
  expect(good).toContain(from);
  return good.replace(from, to);
}

describe("parseSeed", () => {
  it("reads a seed and fills in what is left out", () => {
    expect(parseSeed(good, "seed.yaml")).toEqual({
      diagnostics: [],
      seed: {
        managementAccount: "111111111111",
        region: "eu-central-1",
        accounts: [
          { id: "111111111111", name: "root", ou: "/", status: "ACTIVE", tags: {} },
          {
            id: "012345678901",
            name: "dev",
            ou: "/Platform/Dev",
            status: "SUSPENDED",
            tags: { env: "dev", cost: "7" },
          },
        ],
        groups: ["Managers", "Dev Ops"],
        users: [
          {
            userName: "jane@example.com",
            displayName: "Jane",
            email: "jane@example.com",
            groups: ["Managers"],
          },
          { userName: "sam", groups: [] },
        ],
      },
    });
  });

  it("reads the default seed's own JSON, which is YAML", () => {
    expect(parseSeed(JSON.stringify(defaultSeed), "x").seed).toEqual(defaultSeed);
  });

  it("follows aliases", () => {
    const text = change("groups: [Managers]", "groups: &g [Managers]").replace(
      "userName: sam",
      "userName: sam\n    groups: *g",
    );
    expect(parseSeed(text, "x").seed?.users[1]?.groups).toEqual(["Managers"]);
  });

  it.each([
    ["id: 012345678901", "id: 12345678901", '5:9 id "12345678901" is not valid'],
    ["id: 012345678901", "id: 111111111111", '5:9 the account "111111111111" is there twice'],
    [
      "managementAccount: 111111111111",
      "managementAccount: 222222222222",
      '1:20 unknown account "222222222222"',
    ],
    ["status: SUSPENDED", "status: closed", '8:13 status "closed" is not valid'],
    ["ou: /Platform/Dev", "ou: Platform", '7:9 ou "Platform" is not valid'],
    ["ou: /Platform/Dev", "ou: /Platform//Dev", '7:9 ou "/Platform//Dev" is not valid'],
    ["name: dev", "name: [dev]", "6:11 name has to be text"],
    ["env: dev", "env: a;b", '9:18 the tag env "a;b" is not valid'],
    ["groups: [Managers]", "groups: [managers]", '12:88 unknown group "managers" - did you mean "Managers"?'],
    ["Dev Ops]", "Managers]", '10:20 the group "Managers" is there twice'],
    ["userName: sam", "userName: jane@example.com", '13:15 the user "jane@example.com" is there twice'],
    ["userName: sam", "userName: sam smith", '13:15 userName "sam smith" is not valid'],
    ["userName: sam", "username: sam", '13:5 a user has no key "username" - did you mean "userName"?'],
    ["region: eu-central-1", "region: Frankfurt", '2:9 region "Frankfurt" is not valid'],
    ["groups: [Managers, Dev Ops]", "groups: Managers", "10:9 groups has to be a list"],
    [
      "region: eu-central-1",
      "regoin: eu-central-1",
      '2:1 the seed has no key "regoin" - did you mean "region"?',
    ],
  ])("reports %s changed to %s at its place", (from, to, message) => {
    expect(problems(change(from, to))).toContain(message);
  });

  it("reports everything at once", () => {
    const text = change("status: SUSPENDED", "status: closed").replace("userName: sam", "userName: a b");
    expect(problems(text)).toHaveLength(2);
  });

  it("reports text that is not YAML where it breaks", () => {
    expect(problems("accounts: [\nmanagementAccount: 1")[0]).toMatch(/^2:\d+ /);
    expect(problems("a: 1\na: 2\n")).toEqual(["2:1 map keys must be unique"]);
  });

  it.each(["", "[]", "text"])("reports that %j is not a mapping", (text) => {
    expect(problems(text)).toEqual(["1:1 the seed has to be a mapping"]);
  });

  it("reports what is missing", () => {
    expect(problems("groups: []\n")).toEqual([
      '1:1 the seed needs "managementAccount"',
      '1:1 the seed needs "accounts"',
    ]);
  });
});

describe("the default seed", () => {
  it("is the reference organization with its four groups", () => {
    expect(defaultSeed.accounts.map((account) => `${account.ou} ${account.name} ${account.id}`)).toEqual([
      "/ core-root 111111111111",
      "/Core core-artifacts 222222222221",
      "/Core core-audit 222222222222",
      "/Core core-auto 222222222223",
      "/Core core-dns 222222222224",
      "/Core core-network 222222222225",
      "/Core core-security 222222222226",
      "/Platform plat-dev 333333333331",
      "/Platform plat-sandbox 333333333332",
      "/Platform plat-staging 333333333333",
      "/Platform plat-prod 333333333334",
    ]);
    expect(defaultSeed.groups).toEqual(["Managers", "DevOps", "Developers", "BillingAdmin"]);
    expect(defaultSeed.managementAccount).toBe("111111111111");
  });
});
