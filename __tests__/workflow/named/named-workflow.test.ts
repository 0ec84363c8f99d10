import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readWorkflow } from "../../../src/workflow/named/named-workflow.js";

const file = "workflows/identity.yaml";
const read = (text: string, name = "it") => readWorkflow(text, file, name);
const steps = (list: string) => read(`workflows:\n  it:\n    steps: ${list}\n`);
const problem = (result: ReturnType<typeof read>) => {
  expect(result.workflow).toBeNull();
  return result.diagnostics.map(
    ({ code, message, span }) => `${code} ${span?.line}:${span?.column} ${message}`,
  );
};

describe("readWorkflow", () => {
  it("reads names, types and commands, in order", () => {
    const text = `workflows:
  it:
    description: what it does
    steps:
      - name: first
        command: plan --sandbox
      - command: echo hello
        type: shell
`;
    expect(read(text)).toEqual({
      diagnostics: [],
      workflow: {
        name: "it",
        description: "what it does",
        steps: [
          { name: "first", type: "identity", command: "plan --sandbox" },
          { name: "step2", type: "shell", command: "echo hello" },
        ],
      },
    });
  });

  it("reads the workflows that ship", () => {
    const text = readFileSync(new URL("../../../workflows/identity.yaml", import.meta.url), "utf8");
    const commands = (name: string) => read(text, name).workflow?.steps.map((s) => s.command);
    expect(commands("deploy/sso")).toEqual(["preflight", "deploy"]);
    expect(commands("plan/sso")).toEqual(["plan"]);
    expect(commands("all")).toEqual(["validate", "access", "deploy"]);
  });

  it("offers the nearest name, and lists all", () => {
    const result = read("workflows:\n  deploy/sso: {}\n  plan/sso: {}\n", "deploy/sos");
    expect(problem(result)).toEqual(['IDC211 2:3 no workflow "deploy/sos" - did you mean "deploy/sso"?']);
    expect(result.diagnostics[0]?.hint).toBe("workflows here: deploy/sso, plan/sso");
  });

  it("says when a file has no workflows at all", () => {
    const result = read("workflow:\n  it: {}\n");
    expect(problem(result)).toEqual(['IDC211 1:1 no workflow "it"']);
    expect(result.diagnostics[0]?.hint).toContain("under the key workflows");
  });

  it.each([
    ["[]", 'IDC211 2:3 workflow "it" has no steps'],
    ["{ command: plan }", 'IDC211 2:3 workflow "it" has no steps'],
    ['[{ command: "  " }]', 'IDC211 3:13 step 1 of "it" has no command'],
    ["[{ command: plan }, { name: x }]", 'IDC211 3:32 step 2 of "it" has no command'],
    ["[plan]", 'IDC211 3:13 step 1 of "it" has no command'],
    ["[{ command: x, type: shel }]", 'IDC211 3:33 unknown type "shel" - did you mean "shell"?'],
  ])("refuses steps: %s", (list, message) => {
    expect(problem(steps(list))).toEqual([message]);
  });

  it("reports every mistake of a workflow at once", () => {
    expect(problem(steps("[{ name: a }, { command: x, type: y }]"))).toHaveLength(2);
  });

  it("reports YAML that is not YAML", () => {
    expect(problem(read("workflows: [\n"))[0]).toMatch(/^IDC101 /);
  });
});
