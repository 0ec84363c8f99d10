import { describe, expect, it } from "vitest";
import type { ExecCommand, ExecResult } from "../../src/terraform/exec.js";
import type { FileStore } from "../../src/terraform/file-store.js";
import { createTerraform, type TerraformOptions } from "../../src/terraform/terraform.js";
import { success } from "./ended.js";

/** A Terraform that records what is done, in order, and ends as told. */
function fake(
  result: Partial<ExecResult> = {},
  more: Partial<TerraformOptions> = {},
  lines: readonly string[] = [],
) {
  const done: string[] = [];
  const commands: ExecCommand[] = [];
  const files: FileStore = {
    read: async (path) => (path === "/lock" ? "the lock" : null),
    write: async (path, text) => void done.push(`write ${path}: ${text}`),
    makeFolder: async () => {},
    protect: async () => {},
    list: async () => [],
    sha256: async () => null,
  };
  const terraform = createTerraform({
    exec: async (command) => {
      done.push(command.args[0] ?? "");
      commands.push(command);
      for (const line of lines) command.onLine?.(line, "stdout");
      return { ...success, ...result };
    },
    env: { PATH: "/bin" },
    workdir: "/work",
    dataDir: "/data",
    logFile: "/log",
    files,
    lockFile: "/lock",
    mirror: null,
    ...more,
  });
  return { terraform, done, commands };
}

describe("the adapter", () => {
  it("puts the provider lock in place before it initializes", async () => {
    const { terraform, done, commands } = fake({}, { mirror: "/mirror" });
    expect((await terraform.init()).ok).toBe(true);
    expect(done).toEqual(["write /work/.terraform.lock.hcl: the lock", "init"]);
    expect(commands[0]).toMatchObject({
      file: "terraform",
      cwd: "/work",
      logFile: "/log",
      env: { PATH: "/bin", TF_DATA_DIR: "/data" },
    });
    expect(commands[0]?.args).toContain("-plugin-dir=/mirror");
  });

  it("plans with 10 and applies with 15 at a time, and waits 30 seconds for a lock", async () => {
    const { terraform, commands } = fake();
    await terraform.plan({ out: "p" });
    await terraform.apply("p");
    expect(commands[0]?.args).toEqual(expect.arrayContaining(["-parallelism=10", "-lock-timeout=30s"]));
    expect(commands[1]?.args).toEqual(expect.arrayContaining(["-parallelism=15", "-lock-timeout=30s"]));
  });

  it("takes exit code 2 for changes in a plan only", async () => {
    const { terraform } = fake({ code: 2 });
    expect(await terraform.plan({ out: "p" })).toEqual({ ok: true, value: { changes: true } });
    const applied = await terraform.apply("p");
    expect(applied.ok ? "" : applied.problem.hint).toMatch(/^plan again: it shows what is left/);
  });

  it("starts nothing after an abort, and reports success of what ended well in spite of one", async () => {
    const stop = new AbortController();
    const { terraform, done } = fake({}, { signal: stop.signal }, ['{"type":"refresh_start"}']);
    const planned = await terraform.plan({ out: "p", onProgress: () => stop.abort() });
    expect(planned.ok).toBe(true);
    const applied = await terraform.apply("p");
    expect(applied.ok ? "" : applied.problem.code).toBe("IDC518");
    expect(done).toEqual(["plan"]);
  });

  it("collects errors but not warnings, and reads stdout only", async () => {
    const line = (severity: string) =>
      JSON.stringify({ type: "diagnostic", diagnostic: { severity, summary: severity } });
    const { terraform } = fake({ code: 1 }, {}, [line("warning"), line("error"), "╷ Error: human text"]);
    const outcome = await terraform.init();
    expect(outcome.ok ? [] : outcome.problem.errors.map((e) => e.summary)).toEqual(["error"]);
  });

  it("says when what is shown is unreadable or too large", async () => {
    const unreadable = await fake({ stdout: "x" }).terraform.showPlan("p");
    expect(unreadable.ok ? "" : unreadable.problem.message).toBe("terraform shows no readable plan");
    const large = await fake({ stdout: "{}", truncated: true }).terraform.state();
    expect(large.ok ? "" : large.problem.message).toBe("the state is larger than 400 MB");
  });

  it("cannot work without the committed lock", async () => {
    await expect(fake({}, { lockFile: "/none" }).terraform.init()).rejects.toThrow("/none");
  });
});
