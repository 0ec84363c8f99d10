import { describe, expect, it } from "vitest";
import type { ExecCommand, ExecResult } from "../../src/terraform/exec.js";
import { checkVersion, findTerraform } from "../../src/terraform/version.js";

function result(stdout: string, startError: string | null = null): ExecResult {
  return { code: 0, signal: null, stdout, truncated: false, stderrTail: "", startError };
}

function version(text: string) {
  return checkVersion(result(JSON.stringify({ terraform_version: text })));
}

function problemOf(odd: ExecResult) {
  const outcome = checkVersion(odd);
  if (outcome.ok) throw new Error(`it gave ${outcome.value}`);
  return outcome.problem;
}

describe("the version of terraform", () => {
  it.each(["1.10.0", "1.11.4", "1.10.0-beta1", "2.0.0"])("%s is enough", (text) => {
    expect(version(text)).toEqual({ ok: true, value: text });
  });

  it.each(["1.9.8", "0.15.5", "1.1.9"])("%s is too old", (text) => {
    const outcome = version(text);
    expect(outcome.ok ? "" : outcome.problem.message).toBe(
      `terraform ${text} is too old, 1.10 or newer is needed`,
    );
    expect(outcome.ok ? "" : outcome.problem.code).toBe("IDC512");
  });

  it("says how to get it when it is missing", () => {
    const outcome = checkVersion(result("", "ENOENT"));
    expect(outcome.ok ? "" : outcome.problem.message).toBe("terraform is not installed, or not on PATH");
    expect(outcome.ok ? "" : outcome.problem.hint).toContain("brew install hashicorp/tap/terraform");
    expect(outcome.ok ? "" : outcome.problem.hint).toContain("tfenv");
  });

  it("tells a program that cannot be started or is something else", () => {
    expect(problemOf(result("", "EACCES"))).toMatchObject({
      code: "IDC511",
      message: "terraform cannot be started: EACCES",
      hint: "run `terraform version -json` here and see why",
    });
    const other = problemOf(result("OpenTofu v1.8"));
    expect(other.message).toBe("`terraform version` ended with code 0 and gave no version");
    expect(other.hint).toContain("brew install");
  });

  it.each([
    [{ signal: "SIGKILL" }, "was killed by SIGKILL and gave no version"],
    [{ code: 1 }, "ended with code 1 and gave no version"],
    [{ code: 1, stderrTail: "one\n│ two \n╵\n\n" }, "ended with code 1 and gave no version: │ two"],
    [
      {
        code: 2,
        stderrTail: "runtime: failed to create new OS thread\n\ngoroutine 1:\nmain.main()\ngs 0x0\n",
      },
      "ended with code 2 and gave no version: runtime: failed to create new OS thread",
    ],
    [{ code: 1, stderrTail: "\u001b[31mred\n" }, "ended with code 1 and gave no version: \\u001b[31mred"],
  ])("says how it failed: %j", (how, message) => {
    const problem = problemOf({ ...result(""), code: null, ...how });
    expect(problem.code).toBe("IDC511");
    expect(problem.message).toBe(`\`terraform version\` ${message}`);
    expect(problem.hint).toBe("run `terraform version -json` here and see why");
  });

  it("asks for JSON without looking for updates", async () => {
    const seen: ExecCommand[] = [];
    const exec = async (command: ExecCommand) => {
      seen.push(command);
      return result('{"terraform_version":"1.12.0"}');
    };
    expect(await findTerraform(exec, { PATH: "/bin" }, "/work")).toEqual({ ok: true, value: "1.12.0" });
    expect(seen[0]).toMatchObject({
      args: ["version", "-json"],
      env: { PATH: "/bin", CHECKPOINT_DISABLE: "1" },
    });
  });
});
