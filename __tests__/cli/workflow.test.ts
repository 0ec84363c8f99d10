import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import { catalogPath, exampleCatalog, invalidCatalog } from "./example.js";

const steps = (...list: readonly string[]) =>
  `workflows:\n  it:\n    steps:\n${list.map((s) => `      - ${s}\n`).join("")}`;
const workflow = async (text: string, catalog = exampleCatalog) => {
  const folder = project({ [catalogPath]: catalog, "workflows/identity.yaml": text });
  return { folder, ...(await identity(folder, ["workflow", "it"], { env: process.env })) };
};
const shell = (command: string) => `{ command: "${command}", type: shell }`;

describe("identity workflow", () => {
  it("runs the steps in order and says what it runs, on stderr", async () => {
    const { code, out, err } = await workflow(
      steps("{ name: check, command: validate }", "{ command: access --format csv }"),
    );
    expect(code).toBe(0);
    expect(out).toMatch(/is valid\naccountId,/);
    expect(err).toBe("it: check · validate\nit: step2 · access --format csv\n");
  });

  it("goes on after exit code 2 and passes it through at its end", async () => {
    const { code, folder } = await workflow(steps(shell("exit 2"), shell("touch later")));
    expect(code).toBe(2);
    expect(existsSync(join(folder, "later"))).toBe(true);
  });

  it.each([
    [1, shell("exit 1")],
    [3, "{ command: valdate }"],
    [4, shell("exit 4")],
    [130, shell("kill -INT $$")],
  ])("stops at exit code %d", async (expected, step) => {
    const { code, folder, err } = await workflow(steps("{ command: validate }", step, shell("touch later")));
    expect(code).toBe(expected);
    expect(err).toContain(`it stopped at step2: exit code ${expected}\n`);
    expect(existsSync(join(folder, "later"))).toBe(false);
  });

  it("a step that fails after a finding decides the exit code", async () => {
    const { code } = await workflow(steps(shell("exit 2"), "{ command: validate }"), invalidCatalog);
    expect(code).toBe(3);
  });

  it("reads another file by name and by path", async () => {
    const folder = project({
      "workflows/mine.yaml": steps(shell("true")),
      "else.yml": steps(shell("exit 2")),
    });
    const codeOf = async (file: string) =>
      (await identity(folder, ["workflow", "it", "-f", file], { env: process.env })).code;
    expect([await codeOf("mine"), await codeOf("else.yml")]).toEqual([0, 2]);
  });

  it.each([
    ["a file that is not there", "none", 'cannot read "workflows/none.yaml"'],
    ["a workflow that is not there", "identity", 'no workflow "other"'],
  ])("refuses %s: exit code 3", async (_what, file, message) => {
    const folder = project({ "workflows/identity.yaml": steps("{ command: validate }") });
    const { code, out, err } = await identity(folder, ["workflow", "other", "-f", file]);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain(message);
  });
});
