import { describe, expect, it } from "vitest";
import { type Paint, plain } from "../../../src/report/paint.js";
import { planText } from "../../../src/report/plan/text.js";
import { exampleSummary, grantOf, noResources, setOf, summaryOf } from "../../doubles/summary.js";

const marked: Paint = (style, text) => `<${style}>${text}</${style}>`;

describe("planText", () => {
  it("shows removals first, what else changes after them, then whether access is broadened", () => {
    expect(planText(exampleSummary, plain)).toBe(`2 grants taken away
  - Contractors  -> dev  ReadOnlyAccess, Billing

2 grants added
  + Developers           -> dev        ReadOnlyAccess
  + user jo@example.com  -> plat-prod  AdministratorAccess

1 grant adopted
  = Security Team  -> audit  ReadOnlyAccess

1 permission set changed
  ~ ReadOnlyAccess: 12 accounts, 3 groups affected
      + managed_policies: arn:aws:iam::aws:policy/job-function/ViewOnlyAccess
      - session_duration: PT1H
      + session_duration: PT4H
    statement "ReadLogs"
      - Action: logs:FilterLogEvents
      + Action: logs:StartQuery

1 permission set added
  + Audit: 1 account, 1 group

1 group added
  + Developers

2 objects moved to another address in the state

1 other object of the state
  - delete  null_resource.old

Access broadened: yes
  - user jo@example.com gets AdministratorAccess in plat-prod
  - ReadOnlyAccess allows more: its inline policy is wider
  - sessions of ReadOnlyAccess last PT4H instead of PT1H
  - 1 other new grant

Terraform: 6 to add, 2 to change, 0 to replace, 3 to destroy, 1 to adopt, 2 to move
`);
  });

  it("paints what is taken away red and what is new green, and broadening bold and red", () => {
    const text = planText(exampleSummary, marked);
    for (const line of [
      "<bold>2 grants taken away</bold>\n  <red>- Contractors  -> dev  ReadOnlyAccess, Billing</red>\n",
      "  <green>+ Developers ",
      "  <cyan>= Security Team ",
      "  <yellow>~ ReadOnlyAccess: ",
      "      <red>- session_duration: PT1H</red>\n      <green>+ session_duration: PT4H</green>\n",
      '    statement "ReadLogs"\n',
      "  <red>- delete  null_resource.old</red>\n",
      "<bold><red>Access broadened: yes</red></bold>\n<bold><red>  - user jo@",
    ])
      expect(text).toContain(line);
  });

  it("says so when access is not broadened", () => {
    const text = planText(summaryOf({ grants: [grantOf("remove")] }), marked);
    expect(text).toContain("\n\nAccess broadened: no\n\nTerraform: 0 to add");
  });

  it("says so when nothing of access changes", () => {
    const silent = "access stays as it is: only names in Terraform's outputs change\n";
    expect(planText(summaryOf({}), plain)).toBe(silent);
    for (const part of ["grants", "sets", "groups", "moved", "others"] as const)
      expect(planText(summaryOf({ [part]: exampleSummary[part] }), plain)).not.toBe(silent);
  });

  it("shows replaced grants, sets and groups after removed ones, and renamed groups", () => {
    const changes = ["adopt", "add", "change", "replace", "remove"] as const;
    const text = planText(
      summaryOf({
        grants: [grantOf("replace"), grantOf("remove")],
        sets: changes.map((change) => setOf(change)),
        groups: changes.map((change) => ({ change, name: "G" })),
      }),
      plain,
    );
    expect(text.split("\n").filter((line) => /^\d/.test(line))).toEqual([
      "1 grant taken away",
      "1 grant replaced",
      ...["deleted", "replaced", "changed", "added", "adopted"].map((verb) => `1 permission set ${verb}`),
      ...["deleted", "replaced", "changed", "added", "adopted"].map((verb) => `1 group ${verb}`),
    ]);
    expect(text).toContain("1 grant replaced\n  ± Admins");
    expect(text).toContain("1 group deleted\n  - G\n");
  });

  it("keeps a group and a user of one name apart, and two accounts of one name by their ids", () => {
    const grants = [
      grantOf("add"),
      grantOf("add", { principalType: "USER" }),
      grantOf("remove", { accountId: "100000000009" }),
      grantOf("add", { accountId: "100000000003", accountName: "other" }),
    ];
    expect(planText(summaryOf({ grants }), plain).split("\n").slice(0, 7)).toEqual([
      "1 grant taken away",
      "  - Admins  -> dev (100000000009)  ReadOnlyAccess",
      "",
      "3 grants added",
      "  + Admins       -> dev (100000000002)  ReadOnlyAccess",
      "  + user Admins  -> dev (100000000002)  ReadOnlyAccess",
      "  + Admins       -> other               ReadOnlyAccess",
    ]);
  });

  it("does not push all columns apart for one long name", () => {
    const grants = [grantOf("add"), grantOf("add", { principalName: "x".repeat(61) })];
    expect(planText(summaryOf({ grants }), plain)).toContain("  + Admins  -> dev  ReadOnlyAccess\n");
    const longest = [grantOf("add"), grantOf("add", { principalName: "x".repeat(60) })];
    expect(planText(summaryOf({ grants: longest }), plain)).toContain(`+ Admins${" ".repeat(56)}-> dev`);
  });

  it("lets no text of AWS or the catalog write to the terminal", () => {
    const evil = "\u001b[2Jx\n";
    const text = planText(
      summaryOf({
        grants: [grantOf("add", { principalName: evil, accountName: evil, permissionSet: evil })],
        sets: [
          setOf("change", {
            permissionSet: evil,
            fields: [{ field: "description", before: evil, after: evil }],
            statements: [
              { change: "change", sid: evil, before: { [evil]: evil }, after: { [evil]: { a: evil } } },
              { change: "change", sid: null, before: {}, after: { Effect: evil, Action: evil } },
            ],
          }),
        ],
        groups: [{ change: "add", name: evil }],
        others: [{ change: "create", address: evil }],
        broadening: [{ kind: "grant", message: evil }],
      }),
      plain,
    );
    expect(text).not.toContain("\u001b");
    expect(text.match(/2Jx/g)?.length).toBe(18);
    expect(text).not.toMatch(/^x/m);
  });
});

describe("the count", () => {
  it("uses Terraform's words, and names the rare ones only when they occur", () => {
    const resources = { ...noResources, create: 1, update: 2, replace: 3, delete: 4, adopt: 5 };
    const last = (more: Partial<typeof resources>) =>
      planText(summaryOf({ grants: [grantOf("add")], resources: { ...resources, ...more } }), plain)
        .split("\n")
        .at(-2);
    const usual = "Terraform: 1 to add, 2 to change, 3 to replace, 4 to destroy, 5 to adopt";
    expect(last({})).toBe(usual);
    expect(last({ move: 6, forget: 7 })).toBe(`${usual}, 6 to move, 7 to forget`);
  });
});
