import { describe, expect, it } from "vitest";
import type { ExecCommand, ExecResult } from "../../src/terraform/exec.js";
import { checkVersion, findTerraform } from "../../src/terraform/version.js";

function result(stdout: string, startError: string | null = null): ExecResult {
  return { code: 0, signal: null, stdout, truncated: false, stderrTail: "", startError };
}

function version(text: string) {
  return checkVersion(result(JSON.stringify({ terraform_version: text })));
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
    for (const odd of [result("", "EACCES"), result("OpenTofu v1.8")]) {
      const outcome = checkVersion(odd);
      expect(outcome.ok ? "" : outcome.problem.code).toBe("IDC511");
    }
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
