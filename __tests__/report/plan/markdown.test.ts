import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type PlanMarkdownInput, planMarkdown } from "../../../src/report/plan/markdown.js";
import { exampleSummary, grantOf, noResources, setOf, summaryOf } from "../../doubles/summary.js";
import { exampleRun } from "../../workflow/run/example-run.js";

const span = { file: "catalog/aws-sso.yaml", line: 3, column: 4, endLine: 3, endColumn: 9 };
const warning = {
  code: "IDC403",
  severity: "warning",
  message: "nobody is in it",
  span,
  hint: null,
} as const;
const markdown = (more: Partial<PlanMarkdownInput> = {}) =>
  planMarkdown({
    summary: exampleSummary,
    run: exampleRun,
    changes: true,
    guards: [],
    applyCommand: "identity apply 20261124T064539123Z-0f835cec",
    diagnostics: [],
    ...more,
  });
const headlineOf = (more: Partial<PlanMarkdownInput>) => markdown(more).split("\n")[0];

describe("planMarkdown", () => {
  it("has the verdict, guards, destroys, additions and changes in this order, the command last", () => {
    const hint = "give it to yourself first";
    const guard = {
      guard: "own-access",
      code: "IDC423",
      message: "it takes away what runs it",
      hint,
    } as const;
    expect(
      markdown({ guards: [guard], diagnostics: [warning] }),
    ).toBe(`### aws-sso: 2 grants taken away, 2 added, 1 adopted, 1 permission set changed, 1 added, 1 group added · access broadened: **yes**

> [!CAUTION]
> **1 guard needs somebody's explicit word**
>
> - **IDC423** it takes away what runs it → give it to yourself first; to do it all the same, pass --allow own-access

**Access is broadened**

- **administrator**: user jo@example.com gets AdministratorAccess in plat-prod
- **policy**: ReadOnlyAccess allows more: its inline policy is wider
- **session**: sessions of ReadOnlyAccess last PT4H instead of PT1H
- **grant**: 1 other new grant

**2 grants taken away**

\`\`\`diff
- Contractors  -> dev  ReadOnlyAccess, Billing
\`\`\`

**2 grants added**

\`\`\`diff
+ Developers           -> dev        ReadOnlyAccess
+ user jo@example.com  -> plat-prod  AdministratorAccess
\`\`\`

**1 permission set added**

\`\`\`diff
+ Audit: 1 account, 1 group
\`\`\`

**1 group added**

\`\`\`diff
+ Developers
\`\`\`

**1 permission set changed**

<details>
<summary>ReadOnlyAccess: 12 accounts, 3 groups affected</summary>

\`\`\`diff
+ managed_policies: arn:aws:iam::aws:policy/job-function/ViewOnlyAccess
- session_duration: PT1H
+ session_duration: PT4H
@@ statement "ReadLogs" @@
- Action: logs:FilterLogEvents
+ Action: logs:StartQuery
\`\`\`

</details>

**1 other object of the state**

\`\`\`diff
- delete  null_resource.old
\`\`\`

**1 grant adopted**

\`\`\`diff
= Security Team  -> audit  ReadOnlyAccess
\`\`\`

2 objects moved to another address in the state

<details>
<summary>1 warning</summary>

- **IDC403** \`catalog/aws-sso.yaml:3:4\`: nobody is in it

</details>

Terraform: 6 to add, 2 to change, 0 to replace, 3 to destroy, 1 to adopt, 2 to move

Run \`20261124T064539123Z-0f835cec\`, planned at 2026-11-24T06:45:39.123Z. Apply exactly this with:

\`\`\`sh
identity apply 20261124T064539123Z-0f835cec
\`\`\`
`);
  });

  it("says in the headline what a plan without grants does", () => {
    const no = " · access broadened: no";
    expect(headlineOf({ summary: summaryOf({ sets: [setOf("remove"), setOf("add"), setOf("add")] }) })).toBe(
      `### aws-sso: 1 permission set deleted, 2 added${no}`,
    );
    expect(headlineOf({ summary: summaryOf({ moved: exampleSummary.moved }) })).toBe(
      `### aws-sso: 2 objects moved to another address in the state${no}`,
    );
    expect(headlineOf({ summary: summaryOf({ others: exampleSummary.others, groups: [] }) })).toBe(
      `### aws-sso: 1 other object of the state${no}`,
    );
  });

  it("of no changes has no command, but shows what was found; of silent ones it has", () => {
    expect(markdown({ summary: summaryOf({}), changes: false })).toBe(
      "### aws-sso: no changes, AWS has what the catalog says\n\n",
    );
    expect(markdown({ summary: summaryOf({}), changes: false, diagnostics: [warning] })).toContain("IDC403");
    const silent = markdown({ summary: summaryOf({}) });
    expect(silent).toContain(
      "### aws-sso: access stays as it is: only names in Terraform's outputs change\n",
    );
    expect(silent).toContain("identity apply 2026");
  });

  it("shows errors before all else of the plan, warnings and infos collapsed after it", () => {
    const error = { ...warning, severity: "error", message: "broken", span: null, hint: "mend it" } as const;
    const info = { ...warning, severity: "info", message: "good to know" } as const;
    const text = markdown({ diagnostics: [info, warning, error, error] });
    expect(text).toContain("**yes**\n\n**2 errors**\n\n- **IDC403** broken → mend it\n- **IDC403** broken");
    expect(text).toContain(
      "<summary>1 warning, 1 info</summary>\n\n- **IDC403** `catalog/aws-sso.yaml:3:4`: good",
    );
  });

  it("puts replaced sets and deleted groups before additions, each thing under its own title", () => {
    const fields = [{ field: "description", before: "a", after: "b" }] as const;
    const text = markdown({
      summary: summaryOf({
        grants: [grantOf("add"), grantOf("replace"), grantOf("remove")],
        sets: [setOf("replace", { fields }), setOf("replace", { permissionSet: "<Same>" })],
        groups: [
          { change: "remove", name: "Old" },
          { change: "change", name: "New name" },
        ],
      }),
    });
    expect([...text.matchAll(/^\*\*(.*)\*\*$/gm)].map((match) => match[1])).toEqual([
      "1 grant taken away",
      "1 group deleted",
      "1 grant replaced",
      "2 permission sets replaced",
      "1 grant added",
      "1 group changed",
    ]);
    expect(text).toContain("```diff\n! Admins  -> dev  ReadOnlyAccess\n```\n");
    expect(text).toContain(
      "```diff\n- description: a\n+ description: b\n```\n\n</details>\n\n```diff\n! <Same>: nobody",
    );
  });

  it("collapses many additions, and never removals", () => {
    const many = (change: "add" | "remove" | "replace", count: number) =>
      markdown({
        summary: summaryOf({
          grants: Array.from({ length: count }, (_, i) => grantOf(change, { principalName: `G${i}` })),
        }),
      });
    expect(many("add", 26)).toContain("<details>\n<summary>26 grants added</summary>\n\n```diff\n+ G0 ");
    expect(many("add", 26)).toContain("+ G25  -> dev  ReadOnlyAccess\n```\n\n</details>\n\nTerraform:");
    expect(many("add", 25)).toContain("**25 grants added**\n\n```diff\n+ G0 ");
    expect(many("remove", 26)).toContain("**26 grants taken away**\n\n```diff\n- G0 ");
    expect(many("replace", 26)).toContain("**26 grants replaced**\n\n```diff\n! G0 ");
  });

  it("escapes names where they are words, and leaves them alone in blocks of code", () => {
    const name = "<@octocat> `#1`";
    const text = markdown({
      summary: summaryOf({
        grants: [grantOf("remove", { principalName: name })],
        sets: [setOf("change", { permissionSet: name })],
        broadening: [{ kind: "grant", message: name }],
      }),
    });
    const words = "&#60;@&#8203;octocat&#62; &#96;#&#8203;1&#96;";
    expect(text).toContain(`- ${name}  -> dev`);
    expect(text).toContain(`- **grant**: ${words}\n`);
    expect(text).toContain(`<summary>${words}: nobody has it</summary>`);
    expect(markdown({ applyCommand: "identity apply --catalog 'a\n```'" })).toContain(
      "````sh\nidentity apply --catalog 'a\\u000a```'\n````\n",
    );
  });
});

describe("a plan that is too long for a comment", () => {
  const grants = [
    ...Array.from({ length: 3000 }, (_, i) => grantOf("add", { principalName: `New ${i}` })),
    ...Array.from({ length: 200 }, (_, i) => grantOf("remove", { principalName: `Gone ${i}` })),
  ];
  const sets = [setOf("change", { permissionSet: "Wider", accounts: 3, groups: 1 })];
  const text = markdown({
    summary: { ...exampleSummary, grants, sets },
    diagnostics: Array.from({ length: 900 }, () => warning),
  });

  it("keeps the verdict, reasons, all removals, changed sets and the command, and says what it cut", () => {
    expect(text.length).toBeLessThan(65_536);
    expect(text.length).toBeGreaterThan(65_000);
    expect(text.split("\n").filter((line) => line.startsWith("- Gone"))).toHaveLength(200);
    const added = text.split("\n").filter((line) => line.startsWith("+ New")).length;
    expect(added).toBeGreaterThan(1000);
    const left = (3000 - added).toLocaleString("en-US");
    const note = `\n</details>\n\n… ${left} more grants added are left out: see run.json of the run\n\n`;
    expect(text).toContain(note);
    expect(text).toContain("\n… 900 warnings are left out: see ");
    for (const kept of ["**administrator**", "<summary>Wider: ", "\nidentity apply 2026"])
      expect(text).toContain(kept);
  });
});

describe("docs/pull-requests.md", () => {
  it("shows a comment as it is", () => {
    const logs = {
      Sid: "ReadLogs",
      Effect: "Allow",
      Action: ["logs:Get*", "logs:FilterLogEvents"],
      Resource: "*",
    };
    const prod = { accountId: "100000000004", accountName: "plat-prod", principalName: "Developers" };
    const dev = { accountName: "plat-dev" };
    const user = { principalType: "USER", principalName: "jo@example.com" } as const;
    const text = markdown({
      applyCommand: "npx identity apply 20261124T064539123Z-0f835cec",
      summary: summaryOf({
        grants: [
          grantOf("remove", { ...dev, principalName: "Contractors", permissionSet: "PowerUserAccess" }),
          grantOf("add", { ...dev, ...user }),
          grantOf("add", prod),
        ],
        sets: [
          setOf("change", {
            permissionSet: "ReadOnlyAccess",
            accounts: 12,
            groups: 3,
            fields: [{ field: "session_duration", before: "PT1H", after: "PT4H" }],
            statements: [
              { change: "change", sid: "ReadLogs", before: logs, after: { ...logs, Action: "logs:Get*" } },
            ],
          }),
        ],
        broadening: [
          { kind: "production", message: "Developers gets ReadOnlyAccess in production: plat-prod" },
          { kind: "session", message: "sessions of ReadOnlyAccess last PT4H instead of PT1H" },
          { kind: "grant", message: "1 other new grant" },
        ],
        resources: { ...noResources, create: 2, update: 2, delete: 1 },
      }),
    });
    const page = readFileSync(new URL("../../../docs/pull-requests.md", import.meta.url), "utf8");
    expect(/^````markdown\n([\s\S]*?)^````$/m.exec(page)?.[1]).toBe(text);
  });
});
