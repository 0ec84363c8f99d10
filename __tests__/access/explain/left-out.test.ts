import { describe, expect, it } from "vitest";
import type { LeftOut } from "../../../src/access/explain/left-out.js";
import { account, directoryOf } from "../../doubles/directory.js";
import { answer, at, type Files, factsOf, place } from "./explained.js";

const base = `
components:
  terraform:
    aws-sso:
      vars:
        region: us-east-1
        account_map: { full_account_map: { root: "100000000001", dev: "100000000002", prod: "100000000003" } }
`;

const told = ({ reason, span, permissionSets, accounts, accountType, by }: LeftOut) => ({
  reason,
  at: place(span),
  sets: permissionSets,
  ...(accounts.length === 0 ? {} : { accounts: accounts.map((a) => a.name) }),
  ...(accountType === null ? {} : { type: accountType }),
  ...(by === null ? {} : { by: place(by) }),
});
const left = (
  files: Files,
  question: Parameters<typeof answer>[1],
  directory?: Parameters<typeof factsOf>[1],
) => answer(factsOf(files, directory), question).leftOut.map(told);

describe("what was left out", () => {
  it("is a list that a higher layer replaced: in a file that imports, a component, overrides", () => {
    const files = {
      "aws-sso.yaml": `import: [lists]
overrides:
  vars:
    account_assignments: { root: { groups: { Devs: { permission_sets: [ReadOnlyAccess] } } } } # override
components:
  terraform:
    base:
      metadata: { type: abstract }
      vars:
        account_assignments: { root: { groups: { Devs: { permission_sets: [RootAccess] } } } } # base
    aws-sso:
      metadata: { inherits: [base] }
      vars:
        region: us-east-1
        account_map: { full_account_map: { root: "100000000001", dev: "100000000002" } }
        account_assignments:
          dev:
            groups:
              Devs: { permission_sets: [ReadOnlyAccess] } # dev
              Ops: { permission_sets: [ReadOnlyAccess] }
`,
      "lists.yaml": `components:
  terraform:
    aws-sso:
      vars:
        account_assignments:
          dev:
            groups:
              Devs: { permission_sets: [PowerUserAccess, RootAccess] } # imported
`,
    };
    const here = (needle: string) => at(files, "aws-sso.yaml", needle);
    const imported = {
      reason: "replaced",
      at: at(files, "lists.yaml", "# imported"),
      sets: ["PowerUserAccess", "RootAccess"],
      by: here("# dev"),
    };
    const inherited = {
      reason: "replaced",
      at: here("# base"),
      sets: ["RootAccess"],
      by: here("# override"),
    };
    expect(left(files, { group: "Devs" })).toEqual([inherited, imported]);
    expect(left(files, { group: "Devs", account: "dev" })).toEqual([imported]);
    expect(left(files, { account: "root" })).toEqual([inherited]);
    expect(left(files, { permissionSet: "PowerUserAccess" })).toEqual([imported]);
    expect(left(files, { permissionSet: "ReadOnlyAccess" })).toEqual([]);
    expect(left(files, { group: "Ops" })).toEqual([]);
    const { nearest } = answer(factsOf(files), {
      group: "Devs",
      account: "dev",
      permissionSet: "PowerUserAccess",
    });
    expect(nearest).toMatchObject({ kind: "replaced", edit: { exists: true } });
    expect(nearest?.edit === null || nearest === null ? null : place(nearest.edit.span)).toBe(here("# dev"));
  });

  it("is told once of a file that is imported twice, and not of overrides that nobody reads", () => {
    const files = {
      "aws-sso.yaml": `import: [lists, more]${base}        account_types: { prod: { accounts: [prod] } }
        session_durations: { prod: PT4H }
        account_assignments: { dev: { groups: { Devs: { permission_sets: [ReadOnlyAccess] } } } } # dev
        account_type_assignments:
          prod:
            groups:
              Devs: { permission_sets: [RootAccess] } # prod
              Ops: { permission_sets: [ReadOnlyAccess] }
`,
      "lists.yaml": `overrides: { vars: { account_assignments: { dev: { groups: { Devs: { permission_sets: [RootAccess] } } } } } }
components:
  terraform:
    aws-sso:
      vars:
        account_assignments: { dev: { groups: { Devs: { permission_sets: [PowerUserAccess] } } } } # lost one
        account_type_assignments: { prod: { groups: { Ops: { permission_sets: [RootAccess] } } } } # lost copy
`,
      "more.yaml": "import: [lists]\n",
    };
    const lost = { reason: "replaced", at: at(files, "lists.yaml", "# lost one"), sets: ["PowerUserAccess"] };
    expect(left(files, { group: "Devs" })).toMatchObject([lost]);
    // What is written RootAccess would have been the copy.
    expect(left(files, { permissionSet: "RootAccess-4h" })).toMatchObject([{ sets: ["RootAccess"] }]);
  });

  it("is what a null took away", () => {
    const files = {
      "aws-sso.yaml": `import: [lists]${base}        account_assignments:
          dev:
            groups: # gone
`,
      "lists.yaml": `components:
  terraform:
    aws-sso:
      vars:
        account_assignments: { dev: { groups: { Devs: { permission_sets: [RootAccess] } } } } # lost
`,
    };
    expect(left(files, { group: "Devs" })).toEqual([
      {
        reason: "replaced",
        at: at(files, "lists.yaml", "# lost"),
        sets: ["RootAccess"],
        by: at(files, "aws-sso.yaml", "# gone"),
      },
    ]);
  });

  it("is an assignment that expired, once per list", () => {
    const files = {
      "aws-sso.yaml": `${base}        account_assignments:
          dev:
            groups:
              Devs:
                permission_sets: [RootAccess, ReadOnlyAccess]
                expires_at: 2026-06-30 # end
`,
    };
    const end = { reason: "expired", at: at(files, "aws-sso.yaml", "# end"), accounts: ["dev"] };
    expect(left(files, { group: "Devs" })).toEqual([{ ...end, sets: ["RootAccess", "ReadOnlyAccess"] }]);
    expect(left(files, { account: "prod" })).toEqual([]);
    const { nearest, leftOut } = answer(factsOf(files), { account: "dev", permissionSet: "RootAccess" });
    expect(leftOut[0]?.endedAt).toBe("2026-06-30T00:00:00.000Z");
    expect(nearest).toMatchObject({
      kind: "expired",
      places: [{ permissionSets: ["RootAccess"] }],
      edit: { path: "account_assignments.dev.groups.Devs.expires_at" },
    });
  });

  it("is an account that a type excludes, narrows by a tag, or finds suspended", () => {
    const files = {
      "aws-sso.yaml": `
components:
  terraform:
    aws-sso:
      vars:
        region: us-east-1
        account_types:
          prod: # type
            accounts: ["p-*"]
            tags: { Env: prod } # tag
            exclude:
              - "p-old*" # old
              - "100000000003" # id
        account_type_assignments:
          prod: { groups: { Devs: { permission_sets: [RootAccess] } } }
`,
    };
    const tags = { Env: "prod" };
    const directory = directoryOf({
      accounts: [
        account("100000000001", "p-one", { tags }),
        account("100000000002", "p-old", { tags }),
        account("100000000003", "p-id", { tags }),
        account("100000000004", "p-dev", { tags: { Env: "dev" } }),
        account("100000000005", "p-gone", { tags, status: "SUSPENDED" }),
        account("100000000006", "other", { tags }),
      ],
      groups: ["Devs"],
    });
    const here = (needle: string) => at(files, "aws-sso.yaml", needle);
    const out = { type: "prod", sets: ["RootAccess"] };
    const expected = [
      { reason: "excluded", at: here("# old"), ...out, accounts: ["p-old"] },
      { reason: "excluded", at: here("# id"), ...out, accounts: ["p-id"] },
      { reason: "narrowed", at: here("# tag"), ...out, accounts: ["p-dev"] },
      { reason: "suspended", at: here("# type"), ...out, accounts: ["p-gone"] },
    ];
    expect(left(files, { group: "Devs" }, directory)).toEqual(expected);
    for (const one of expected) {
      const [name = ""] = one.accounts;
      const question = { group: "Devs", account: name, permissionSet: "RootAccess" };
      expect(left(files, question, directory)).toEqual([one]);
      const { nearest } = answer(factsOf(files, directory), question);
      expect(nearest?.kind).toBe(one.reason);
      expect(nearest?.edit?.path ?? null).toBe(
        one.reason === "suspended" ? null : `account_assignments.${name}.groups.Devs.permission_sets`,
      );
    }
    expect(left(files, { account: "other" }, directory)).toEqual([]);
    expect(left(files, { group: "Others" }, directory)).toEqual([]);
  });

  it("is an account without the tag of a type of all accounts, only when the account is asked for", () => {
    const files = {
      "aws-sso.yaml": `
components:
  terraform:
    aws-sso:
      vars:
        region: us-east-1
        account_types:
          prod: { tags: { Env: prod } } # tag
        account_type_assignments:
          prod: { groups: { Devs: { permission_sets: [RootAccess] } } }
`,
    };
    const directory = directoryOf({
      accounts: [
        account("100000000001", "one", { tags: { Env: "prod" } }),
        account("100000000002", "two", { tags: {} }),
      ],
      groups: ["Devs"],
    });
    expect(left(files, { group: "Devs" }, directory)).toEqual([]);
    expect(left(files, { account: "two" }, directory)).toEqual([
      {
        reason: "narrowed",
        at: at(files, "aws-sso.yaml", "# tag"),
        type: "prod",
        sets: ["RootAccess"],
        accounts: ["two"],
      },
    ]);
  });

  it("is everything of a disabled component", () => {
    const files = {
      "aws-sso.yaml": `${base}        enabled: false # off
        account_assignments: { dev: { groups: { Devs: { permission_sets: [RootAccess] } } } }
`,
    };
    const off = at(files, "aws-sso.yaml", "# off");
    expect(left(files, { group: "Devs" })).toEqual([{ reason: "disabled", at: off, sets: [] }]);
    expect(answer(factsOf(files), { group: "Devs" })).toMatchObject({
      grants: [],
      nearest: { kind: "disabled" },
    });
  });

  it("is what the catalog changes about a stock set, field by field", () => {
    const files = {
      "aws-sso.yaml": `${base}        permission_sets:
          RootAccess: { description: ours, session_duration: PT2H } # root
          PowerUserAccess: { description: ours }
          Own: { description: ours, managed_policies: [ReadOnlyAccess] }
        account_assignments: { dev: { groups: { Devs: { permission_sets: [RootAccess, Own] } } } }
`,
    };
    const changed = { reason: "overridden", at: at(files, "aws-sso.yaml", "# root"), sets: ["RootAccess"] };
    expect(left(files, { group: "Devs" })).toEqual([changed]);
    expect(left(files, { permissionSet: "Own" })).toEqual([]);
    expect(answer(factsOf(files), { group: "Devs" }).leftOut[0]?.fields).toEqual([
      "description",
      "session_duration",
    ]);
    expect(left(files, { permissionSet: "PowerUserAccess" })).toMatchObject([{ reason: "overridden" }]);
  });

  it("is a group or user that the directory does not have, unless it is created", () => {
    const files = {
      "aws-sso.yaml": `${base}        groups: [Made]
        account_assignments:
          dev:
            groups:
              Made: { permission_sets: [RootAccess] }
              There: { permission_sets: [RootAccess] }
              Gone: { permission_sets: [RootAccess] } # gone
            users:
              jo: { permission_sets: [RootAccess] }
              no: { permission_sets: [RootAccess] } # no
          prod:
            groups:
              Gone: { permission_sets: [RootAccess] }
`,
    };
    const directory = directoryOf({
      accounts: [
        account("100000000001", "root"),
        account("100000000002", "dev"),
        account("100000000003", "prod"),
      ],
      groups: ["There"],
      users: ["jo"],
    });
    expect(left(files, { permissionSet: "RootAccess" }, directory)).toEqual([
      { reason: "missing", at: at(files, "aws-sso.yaml", "# gone"), sets: [] },
      { reason: "missing", at: at(files, "aws-sso.yaml", "# no"), sets: [] },
    ]);
    expect(left(files, { permissionSet: "RootAccess" })).toEqual([]);
  });
});
