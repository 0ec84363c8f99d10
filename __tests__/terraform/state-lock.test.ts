import { describe, expect, it } from "vitest";
import type { ExecCommand, ExecResult } from "../../src/terraform/exec.js";
import { createStateLock } from "../../src/terraform/state-lock.js";
import { recordedText } from "./recorded.js";

const id = "2dc25e32-f8b6-f1f9-deee-a58cd5df9b93";

/** The lock of a state whose terraform ends so. */
function lockThat(ended: Partial<ExecResult>, signal?: AbortSignal) {
  const commands: ExecCommand[] = [];
  const stateLock = createStateLock({
    exec: async (command) => {
      commands.push(command);
      const nothing = {
        code: 0,
        signal: null,
        stdout: "",
        truncated: false,
        stderrTail: "",
        startError: null,
      };
      for (const line of (ended.stdout ?? "").split("\n")) command.onLine?.(line, "stdout");
      return { ...nothing, ...ended };
    },
    env: { PATH: "/bin", TF_CLI_ARGS: "-lock=false" },
    workdir: "/run",
    dataDir: "/run/.terraform",
    logFile: "/run/terraform.log",
    ...(signal === undefined ? {} : { signal }),
  });
  return { stateLock, commands };
}

describe("the lock of a state", () => {
  it("is free when terraform could take it", async () => {
    const { stateLock, commands } = lockThat({});
    expect(await stateLock.read()).toEqual({ ok: true, value: null });
    expect(commands.map((c) => [c.args[0], c.args.includes("-lock-timeout=0s"), c.cwd])).toEqual([
      ["untaint", true, "/run"],
    ]);
    expect(commands[0]?.env["TF_CLI_ARGS"]).toBeUndefined();
  });

  it.each(["lock-held-s3.txt", "lock-held-local.txt"])("has an owner in %s", async (recorded) => {
    const { stateLock } = lockThat({ code: 1, stderrTail: recordedText(recorded) });
    expect(await stateLock.read()).toEqual({
      ok: true,
      value: {
        id: recorded === "lock-held-s3.txt" ? id : "81951082-d1b5-24fe-9136-1ae38b8be1bb",
        who: "root@vm",
        since: expect.stringMatching(/^2026-11-24 13:4[01]:\d\d UTC$/),
        operation: "OperationTypeApply",
      },
    });
  });

  it("is not known when terraform fails for another reason", async () => {
    const text = "\nError: error configuring S3 Backend: no valid credential sources for S3 Backend found.\n";
    const told = await lockThat({ code: 1, stderrTail: text }).stateLock.read();
    expect(told).toMatchObject({ ok: false, problem: { code: "IDC516", logFile: "/run/terraform.log" } });
    const silent = await lockThat({ code: 1 }).stateLock.read();
    expect(silent).toMatchObject({
      ok: false,
      problem: { code: "IDC510", message: "terraform untaint failed" },
    });
    const missing = await lockThat({ code: null, startError: "ENOENT" }).stateLock.read();
    expect(missing).toMatchObject({ ok: false, problem: { code: "IDC511" } });
    const aborted = new AbortController();
    aborted.abort();
    const stopped = await lockThat({ code: 1 }, aborted.signal).stateLock.read();
    expect(stopped).toMatchObject({ ok: false, problem: { code: "IDC518" } });
  });

  it("is released by its id, which is never an option", async () => {
    const { stateLock, commands } = lockThat({});
    expect(await stateLock.release("-x")).toEqual({ ok: true, value: null });
    expect(commands[0]?.args.slice(-2)).toEqual(["--", "-x"]);
    const text = `Failed to unlock state: lock ID 'x' does not match the existing lock ID '${id}'\nLock Info:\n`;
    expect(await lockThat({ code: 1, stderrTail: text }).stateLock.release("x")).toMatchObject({
      problem: {
        code: "IDC510",
        message: expect.stringContaining(`does not match the existing lock ID '${id}'`),
      },
    });
  });

  it("needs no provider, though a state with objects has one", async () => {
    const detail = "Could not retrieve the list of available versions for provider hashicorp/aws";
    const line = (summary: string) =>
      JSON.stringify({ type: "diagnostic", diagnostic: { severity: "error", summary, detail } });
    const provider = lockThat({ code: 1, stdout: line("Failed to query available provider packages") });
    expect(await provider.stateLock.init()).toEqual({ ok: true, value: null });
    expect(provider.commands[0]?.args).toContain("-plugin-dir=.");
    const other = lockThat({ code: 1, stdout: line("Failed to get existing workspaces") });
    expect((await other.stateLock.init()).ok).toBe(false);
  });
});
