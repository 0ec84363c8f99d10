import { describe, expect, it } from "vitest";
import { explainReports } from "../../src/report/explain.js";
import { plain } from "../../src/report/paint.js";
import { answer, factsOf } from "../access/explain/explained.js";

const files = {
  "aws-sso.yaml": `import: [lists]
x: &ops
  permission_sets: [RootAccess, ReadOnlyAccess]
components:
  terraform:
    base:
      metadata: { type: abstract }
      vars:
        account_assignments:
          dev: { groups: { Ops: { permission_sets: [BillingReadOnlyAccess] } } }
    aws-sso:
      metadata: { inherits: [base] }
      vars:
        region: us-east-1
        account_types:
          prod: { accounts: ["p-*", p-one], exclude: [p-old, p-older] }
        session_durations: { prod: PT4H }
        account_assignments:
          dev:
            groups:
              Ops: *ops
              Devs: { permission_sets: [RootAccess], expires_at: 2027-01-31 }
              Temps: { permission_sets: [RootAccess], expires_at: "2026-01-31T10:00:00Z" }
        account_type_assignments:
          prod:
            groups:
              Ops: { permission_sets: [RootAccess] }
`,
  "lists.yaml": `components:
  terraform:
    aws-sso:
      vars:
        account_map:
          full_account_map: { dev: "100000000001", p-one: "100000000002", p-old: "100000000003", p-older: "100000000004" }
        account_assignments:
          dev: { users: { jo.e: { permission_sets: [RootAccess] } } }
`,
};
const facts = factsOf(files);
const text = (question: Parameters<typeof answer>[1]) => explainReports.text(answer(facts, question), plain);

describe("identity explain --format text", () => {
  it("shows grants by account, sets of one list together, and how the lines lead there", () => {
    expect(text({ group: "Ops" })).toBe(
      [
        "dev (100000000001)",
        "  group Ops  ReadOnlyAccess, RootAccess",
        "    aws-sso.yaml:3  account_assignments.dev.groups.Ops",
        "      through the anchor &ops at line 3, used at line 21",
        "",
        "p-one (100000000002)",
        "  group Ops  RootAccess-4h",
        "    aws-sso.yaml:27  account_type_assignments.prod.groups.Ops",
        "      by type prod: matches glob p-* (line 16), name p-one (line 16)",
        "      instead of RootAccess: sessions of PT4H (session_durations, line 17)",
        "",
        "Left out on the way",
        "  aws-sso.yaml:16  excluded  p-old, p-older excluded from type prod, which has RootAccess-4h",
        "  aws-sso.yaml:10  replaced  group Ops: BillingReadOnlyAccess was replaced by a higher layer: line 3  account_assignments.dev.groups.Ops",
        "",
      ].join("\n"),
    );
  });

  it("shows an end, an import, and no character that a terminal obeys", () => {
    expect(text({ group: "Devs" })).toContain("  group Devs  RootAccess  until 2027-01-31\n");
    expect(text({ user: "jo\u001b[31m" })).toContain("user jo\\u001b[31m does not have anything anywhere\n");
    expect(text({ user: "jo.e" })).toBe(
      [
        "dev (100000000001)",
        "  user jo.e  RootAccess",
        '    lists.yaml:8  account_assignments.dev.users."jo.e"',
        "      lists.yaml, imported by aws-sso.yaml:1",
        "",
      ].join("\n"),
    );
  });

  it("says why not, and which list to edit", () => {
    expect(text({ group: "Ops", account: "dev", permissionSet: "PowerUserAccess" })).toBe(
      [
        "group Ops does not have PowerUserAccess in dev (100000000001)",
        "  group Ops has RootAccess, ReadOnlyAccess there",
        "    aws-sso.yaml:3  account_assignments.dev.groups.Ops  RootAccess, ReadOnlyAccess",
        "  to grant it, add PowerUserAccess to this list",
        "    aws-sso.yaml:3  account_assignments.dev.groups.Ops.permission_sets",
        "",
      ].join("\n"),
    );
    expect(text({ group: "Ops", account: "dev", permissionSet: "BillingReadOnlyAccess" })).toBe(
      [
        "group Ops does not have BillingReadOnlyAccess in dev (100000000001)",
        "  group Ops: BillingReadOnlyAccess was replaced by a higher layer: line 3",
        "    aws-sso.yaml:10  account_assignments.dev.groups.Ops",
        "  to grant it, add BillingReadOnlyAccess to this list",
        "    aws-sso.yaml:3  account_assignments.dev.groups.Ops.permission_sets",
        "",
      ].join("\n"),
    );
    expect(text({ group: "Temps" })).toBe(
      [
        "group Temps does not have anything anywhere",
        "  group Temps: RootAccess in dev expired on 2026-01-31 10:00 UTC",
        "    aws-sso.yaml:23  account_assignments.dev.groups.Temps",
        "  to grant it, set a later end; it reaches dev",
        "    aws-sso.yaml:23  account_assignments.dev.groups.Temps.expires_at",
        "",
      ].join("\n"),
    );
    expect(text({ group: "Temps", account: "dev", permissionSet: "RootAccess" })).toContain(
      "  to grant it, set a later end\n    aws-sso.yaml:23  account_assignments.dev.groups.Temps.expires_at\n",
    );
  });

  it("says who else has it, where else it is, and that it is nowhere", () => {
    expect(text({ group: "Auditors", account: "dev", permissionSet: "RootAccess" })).toContain(
      "  others have it there: Ops, Devs, jo.e\n",
    );
    expect(text({ group: "Devs", account: "p-one", permissionSet: "PowerUserAccess" })).toContain(
      [
        "  group Devs is granted elsewhere",
        "    aws-sso.yaml:22  account_assignments.dev.groups.Devs  RootAccess",
        "  to grant it, add this list, with PowerUserAccess in it",
        "    aws-sso.yaml:18  account_assignments.p-one.groups.Devs.permission_sets",
      ].join("\n"),
    );
    expect(text({ permissionSet: "PowerUserAccess" })).toBe(
      "nobody has PowerUserAccess anywhere\n  PowerUserAccess is granted nowhere\n",
    );
    expect(text({ group: "ops" })).toContain('  did you mean "Ops"? names are case-sensitive\n');
  });

  it("counts the places and names that are too many to show", () => {
    const names = Array.from({ length: 12 }, (_, i) => `a${i}`);
    const many = {
      "aws-sso.yaml": `components:
  terraform:
    aws-sso:
      vars:
        region: us-east-1
        account_map:
          full_account_map: { ${names.map((n, i) => `${n}: "${100000000000 + i}"`).join(", ")} }
        account_assignments:
          a0: { groups: { ${names.map((n) => `G${n}: { permission_sets: [RootAccess] }`).join(", ")} } }
`,
    };
    const found = answer(factsOf(many), { group: "Team", account: "a0", permissionSet: "RootAccess" });
    const shown = explainReports.text(found, plain);
    expect(shown).toContain("others have it there: Ga0, Ga1, Ga2, Ga3, Ga4 and 7 more\n");
    expect(shown).toContain("    and 2 more places\n");
    expect(shown.match(/aws-sso\.yaml:9/g)).toHaveLength(11);
  });
});

describe("identity explain --format json", () => {
  const json = (question: Parameters<typeof answer>[1]) =>
    JSON.parse(explainReports.json(answer(facts, question), plain));

  it("is flat, with null for what is not said", () => {
    expect(json({ account: "p-one" })).toEqual({
      version: 1,
      grants: [
        {
          accountId: "100000000002",
          accountName: "p-one",
          principalType: "GROUP",
          principalName: "Ops",
          permissionSet: "RootAccess-4h",
          expiresAt: null,
          because: [
            {
              file: "aws-sso.yaml",
              line: 27,
              column: 40,
              path: "account_type_assignments.prod.groups.Ops",
              via: [
                {
                  ...{ kind: "accountType", name: "prod", chosen: "glob", value: "p-*" },
                  ...{ file: "aws-sso.yaml", line: 16, column: 30, usedAt: null },
                },
                {
                  ...{ kind: "accountType", name: "prod", chosen: "name", value: "p-one" },
                  ...{ file: "aws-sso.yaml", line: 16, column: 37, usedAt: null },
                },
                {
                  ...{ kind: "session", name: "RootAccess", chosen: null, value: "PT4H" },
                  ...{ file: "aws-sso.yaml", line: 17, column: 36, usedAt: null },
                },
              ],
            },
          ],
        },
      ],
      leftOut: [],
      nearest: null,
    });
  });

  it("has what was left out and the nearest, with the same sentences", () => {
    expect(json({ group: "Ops", account: "dev", permissionSet: "BillingReadOnlyAccess" })).toEqual({
      version: 1,
      grants: [],
      leftOut: [
        {
          reason: "replaced",
          message: "group Ops: BillingReadOnlyAccess was replaced by a higher layer",
          ...{ file: "aws-sso.yaml", line: 10, column: 52, path: "account_assignments.dev.groups.Ops" },
          ...{ accountType: null, accounts: [], principalType: "GROUP", principalName: "Ops" },
          ...{ permissionSets: ["BillingReadOnlyAccess"], fields: [], endedAt: null },
          replacedBy: { file: "aws-sso.yaml", line: 3, column: 20 },
        },
      ],
      nearest: {
        kind: "replaced",
        message: "group Ops: BillingReadOnlyAccess was replaced by a higher layer",
        meant: null,
        places: [
          {
            ...{ file: "aws-sso.yaml", line: 10, column: 52, path: "account_assignments.dev.groups.Ops" },
            ...{ principalType: "GROUP", principalName: "Ops", permissionSets: ["BillingReadOnlyAccess"] },
          },
        ],
        edit: {
          ...{ file: "aws-sso.yaml", line: 3, column: 20, exists: true },
          path: "account_assignments.dev.groups.Ops.permission_sets",
          permissionSet: "BillingReadOnlyAccess",
          accounts: [{ id: "100000000001", name: "dev" }],
          sharedWith: [],
        },
      },
    });
  });
});
