import { describe, expect, it } from "vitest";
import { account, directoryOf } from "../../doubles/directory.js";
import { answer, at, type Files, factsOf, place, viaLine } from "./explained.js";

const base = `
components:
  terraform:
    aws-sso:
      vars:
        region: us-east-1
        account_map: { full_account_map: { root: "100000000001", dev: "100000000002", prod: "100000000003" } }
`;

/** The ways of all lines of the only grant that matches. */
function ways(
  files: Files,
  question: Parameters<typeof answer>[1],
  directory?: Parameters<typeof factsOf>[1],
) {
  const { grants, nearest } = answer(factsOf(files, directory), question);
  expect([grants.length, nearest]).toEqual([1, null]);
  const because = grants[0]?.because ?? [];
  expect(because.map((b) => b.span)).toEqual(grants[0]?.grant.sources);
  return because.map((b) => [place(b.span), b.path, ...b.via.map(viaLine)]);
}

describe("how a line leads to a grant", () => {
  it("straight, when the account is named in the component", () => {
    const files = {
      "aws-sso.yaml": `${base}        account_assignments:
          dev: { users: { jo@example.com: { permission_sets: [RootAccess] } } }
`,
    };
    expect(ways(files, { user: "jo@example.com" })).toEqual([
      [at(files, "aws-sso.yaml", "RootAccess"), 'account_assignments.dev.users."jo@example.com"'],
    ]);
  });

  it("by everything in an account type that chooses the account", () => {
    const files = {
      "aws-sso.yaml": `
components:
  terraform:
    aws-sso:
      vars:
        region: us-east-1
        account_types:
          prod:
            accounts:
              - plat-prod # name
              - "plat-*" # glob
              - core-root
            organizational_units:
              - /Platform # unit
              - /Core
            all: true # all
            tags:
              Env: prod # tag
        account_type_assignments:
          prod: { groups: { Devs: { permission_sets: [RootAccess] } } }
`,
    };
    const directory = directoryOf({
      accounts: [
        account("100000000001", "core-root", { ou: "/Core", ouIds: ["r-ab12", "ou-ab12-core0000"] }),
        account("100000000002", "plat-prod", {
          ou: "/Platform",
          ouIds: ["r-ab12", "ou-ab12-plat0000"],
          tags: { Env: "prod" },
        }),
      ],
      groups: ["Devs"],
    });
    const here = (needle: string) => at(files, "aws-sso.yaml", needle);
    expect(ways(files, { account: "plat-prod" }, directory)).toEqual([
      [
        here("RootAccess"),
        "account_type_assignments.prod.groups.Devs",
        `accountType prod name plat-prod @ ${here("# name")}`,
        `accountType prod glob plat-* @ ${here("# glob")}`,
        `accountType prod organizationalUnit /Platform @ ${here("# unit")}`,
        `accountType prod all true @ ${here("# all")}`,
        `accountType prod tag Env=prod @ ${here("# tag")}`,
      ],
    ]);
  });

  it("from an inherited component, root vars, terraform.vars and overrides", () => {
    const files = {
      "aws-sso.yaml": `
vars: # root
  account_assignments: { root: { groups: { Devs: { permission_sets: [RootAccess] } } } }
terraform:
  vars: # terraform
    account_assignments: { dev: { groups: { Devs: { permission_sets: [RootAccess] } } } }
  overrides:
    vars: # over-terraform
      account_assignments: { test: { groups: { Devs: { permission_sets: [RootAccess] } } } }
overrides:
  vars: # overrides
    account_assignments: { prod: { groups: { Devs: { permission_sets: [RootAccess] } } } }
components:
  terraform:
    base: # base
      metadata: { type: abstract }
      vars: { account_assignments: { stage: { groups: { Devs: { permission_sets: [RootAccess] } } } } }
    aws-sso:
      metadata: { inherits: [base] }
      vars:
        region: us-east-1
        account_map:
          full_account_map:
            root: "100000000001"
            dev: "100000000002"
            prod: "100000000003"
            stage: "100000000004"
            test: "100000000005"
`,
    };
    const here = (needle: string) => at(files, "aws-sso.yaml", needle);
    const waysTo = (name: string) => ways(files, { account: name })[0]?.slice(2);
    expect(waysTo("root")).toEqual([`vars vars @ ${here("# root")}`]);
    expect(waysTo("dev")).toEqual([`vars terraform.vars @ ${here("# terraform")}`]);
    expect(waysTo("prod")).toEqual([`vars overrides.vars @ ${here("# overrides")}`]);
    expect(waysTo("test")).toEqual([`vars terraform.overrides.vars @ ${here("# over-terraform")}`]);
    expect(waysTo("stage")).toEqual([`component base @ ${here("# base")}`]);
  });

  it("through imports, from the catalog down", () => {
    const files = {
      "aws-sso.yaml": `import:\n  - lists # lists${base}`,
      "lists.yaml": "import:\n  - deep/teams # teams\n",
      "deep/teams.yaml": `components:
  terraform:
    aws-sso:
      vars:
        account_assignments: { dev: { groups: { Devs: { permission_sets: [RootAccess] } } } }
`,
    };
    expect(ways(files, { group: "Devs" })).toEqual([
      [
        at(files, "deep/teams.yaml", "RootAccess"),
        "account_assignments.dev.groups.Devs",
        `import lists.yaml @ ${at(files, "aws-sso.yaml", "# lists")}`,
        `import deep/teams.yaml @ ${at(files, "lists.yaml", "# teams")}`,
      ],
    ]);
  });

  it("through anchors on an item, a list, a principal, and a target; named and placed", () => {
    const files = {
      "aws-sso.yaml": `x:
  one: &one RootAccess # one
  list: &list # a list
    # of sets
    - RootAccess # in list
  devs: &devs { permission_sets: [RootAccess] } # devs
${base}        account_assignments:
          root: &root # target
            groups:
              ByItem:
                permission_sets: [*one] # use one
              ByList:
                permission_sets: *list # use list
              ByDevs: *devs # use devs
          dev: *root # use root
`,
    };
    const here = (needle: string) => at(files, "aws-sso.yaml", needle);
    const waysTo = (group: string, name: string) => ways(files, { group, account: name })[0]?.slice(2);
    const one = `anchor one @ ${here("# one")}, used ${here("# use one")}`;
    expect(waysTo("ByItem", "root")).toEqual([one]);
    const list = `anchor list @ ${here("# in list")}, used ${here("# use list")}`;
    expect(waysTo("ByList", "root")).toEqual([list]);
    const devs = `anchor devs @ ${here("# devs")}, used ${here("# use devs")}`;
    expect(waysTo("ByDevs", "root")).toEqual([devs]);
    expect(waysTo("ByDevs", "dev")).toEqual([
      `anchor root @ ${here("groups:")}, used ${here("# use root")}`,
      devs,
    ]);
  });

  it("through <<, in blocks and in braces, of one anchor or several", () => {
    const files = {
      "aws-sso.yaml": `x:
  a: &a
    A: { permission_sets: [RootAccess] } # A
  b: &b { B: { permission_sets: [RootAccess] } } # B
${base}        account_assignments:
          root:
            groups:
              Own: { permission_sets: [RootAccess] }
              <<: *a # block
          dev: { groups: { <<: *b, Own: { permission_sets: [PowerUserAccess] } } } # flow
          prod:
            groups:
              <<: [*a, *b] # both
              C:
                # not the merge of this map
                <<: { permission_sets: [RootAccess] }
`,
    };
    const here = (needle: string) => at(files, "aws-sso.yaml", needle);
    const waysTo = (group: string, name: string) => ways(files, { group, account: name })[0]?.slice(2);
    expect(waysTo("A", "root")).toEqual([`anchor a @ ${here("# A")}, used ${here("# block")}`]);
    expect(waysTo("Own", "root")).toEqual([]);
    expect(waysTo("B", "dev")).toEqual([`anchor b @ ${here("# B")}, used ${here("# flow")}`]);
    expect(waysTo("A", "prod")).toEqual([`anchor @ ${here("# A")}, used ${here("# both")}`]);
    expect(waysTo("B", "prod")).toEqual([`anchor @ ${here("# B")}, used ${here("# both")}`]);
  });

  it("by a copy of the set with the session length of the type", () => {
    const files = {
      "aws-sso.yaml": `${base}        account_types: { prod: { accounts: [prod] } } # type
        session_durations: { prod: PT4H } # session
        account_type_assignments: { prod: { groups: { Devs: { permission_sets: [RootAccess] } } } }
`,
    };
    const here = (needle: string) => at(files, "aws-sso.yaml", needle);
    expect(ways(files, { permissionSet: "RootAccess-4h" })[0]?.slice(2)).toEqual([
      `accountType prod name prod @ ${here("# type")}`,
      `session RootAccess PT4H @ ${here("# session")}`,
    ]);
  });

  it("by the name of the copy, written for an account that is called like the type", () => {
    const files = {
      "aws-sso.yaml": `${base}        account_types: { prod: { accounts: [dev] } }
        session_durations: { prod: PT4H }
        account_type_assignments: { prod: { groups: { Devs: { permission_sets: [RootAccess] } } } }
        account_assignments: { prod: { groups: { Devs: { permission_sets: [RootAccess-4h] } } } }
`,
    };
    expect(ways(files, { account: "prod" })[0]?.slice(2)).toEqual([]);
  });

  it("by two lines, each with its own way; an anchor used twice has two", () => {
    const files = {
      "aws-sso.yaml": `${base}        account_types: { prod: { accounts: [prod] } } # type
        account_assignments:
          prod: &prod { groups: { Devs: { permission_sets: [RootAccess] } } } # prod
        account_type_assignments:
          prod: *prod # use
`,
    };
    const here = (needle: string) => at(files, "aws-sso.yaml", needle);
    const { grants } = answer(factsOf(files), { group: "Devs" });
    expect(grants[0]?.because.map((b) => [b.path, ...b.via.map(viaLine)])).toEqual([
      ["account_assignments.prod.groups.Devs"],
      [
        "account_type_assignments.prod.groups.Devs",
        `accountType prod name prod @ ${here("# type")}`,
        `anchor prod @ ${here("# prod")}, used ${here("# use")}`,
      ],
    ]);
    expect(grants[0]?.grant.sources).toHaveLength(1);
  });

  it("by the highest level that has the list, when an anchor gives it to several", () => {
    const files = {
      "aws-sso.yaml": `x: &all { dev: { groups: { Devs: { permission_sets: [RootAccess] } } } } # all
vars: { account_assignments: *all } # root
${base}        account_assignments: *all # component
`,
    };
    const here = (needle: string) => at(files, "aws-sso.yaml", needle);
    expect(ways(files, { group: "Devs" })[0]?.slice(2)).toEqual([
      `anchor all @ ${here("# all")}, used ${here("# component")}`,
    ]);
  });

  it("by a component where it is inherited last, and a file where it is imported last", () => {
    const files = {
      "aws-sso.yaml": `import:
  - lists # lists
  - more # more
x: &all { dev: { groups: { Devs: { permission_sets: [RootAccess] } } } } # all
components:
  terraform:
    base: { metadata: { type: abstract }, vars: { account_assignments: *all } } # base
    left: { metadata: { type: abstract, inherits: [base] }, vars: { account_assignments: *all } }
    right: { metadata: { type: abstract, inherits: [base] } }
    aws-sso:
      metadata: { inherits: [left, right] }
      vars:
        region: us-east-1
        account_map: { full_account_map: { dev: "100000000002", prod: "100000000003" } }
`,
      "lists.yaml": `components:
  terraform:
    aws-sso:
      vars:
        account_assignments: { prod: { groups: { Devs: { permission_sets: [RootAccess] } } } }
`,
      "more.yaml": "import:\n  - lists # again\n",
    };
    const here = (needle: string) => at(files, "aws-sso.yaml", needle);
    expect(ways(files, { account: "dev" })[0]?.slice(2)).toEqual([
      `component base @ ${here("# base")}`,
      `anchor all @ ${here("# all")}, used ${here("# base")}`,
    ]);
    expect(ways(files, { account: "prod" })[0]?.slice(2)).toEqual([
      `import more.yaml @ ${here("# more")}`,
      `import lists.yaml @ ${at(files, "more.yaml", "# again")}`,
    ]);
  });

  it("through the << of the map itself, not that of a map within", () => {
    const files = {
      "aws-sso.yaml": `x:
  a: &a { A: { permission_sets: [RootAccess] } } # A
  c: &c { permission_sets: [RootAccess] } # C
${base}        account_assignments:
          dev:
            groups:
              C:
                <<: *c # within
              <<: *a # itself
`,
    };
    const here = (needle: string) => at(files, "aws-sso.yaml", needle);
    expect(ways(files, { group: "A" })[0]?.slice(2)).toEqual([
      `anchor a @ ${here("# A")}, used ${here("# itself")}`,
    ]);
    expect(ways(files, { group: "C" })[0]?.slice(2)).toEqual([
      `anchor c @ ${here("# C")}, used ${here("# within")}`,
    ]);
  });
});
