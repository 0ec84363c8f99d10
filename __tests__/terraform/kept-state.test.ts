import { describe, expect, it } from "vitest";
import type { ExecCommand, ExecResult } from "../../src/terraform/exec.js";
import { createKeptState } from "../../src/terraform/kept-state.js";
import { success } from "./ended.js";
import { recordedText } from "./recorded.js";

const id = "2dc25e32-f8b6-f1f9-deee-a58cd5df9b93";

/** The lock of a state whose terraform ends so. */
function stateThat(ended: Partial<ExecResult>, signal?: AbortSignal) {
  const commands: ExecCommand[] = [];
  const keptState = createKeptState({
    exec: async (command) => {
      commands.push(command);
      for (const line of (ended.stdout ?? "").split("\n")) command.onLine?.(line, "stdout");
      return { ...success, ...ended };
    },
    env: { PATH: "/bin", TF_CLI_ARGS: "-lock=false" },
    workdir: "/run",
    dataDir: "/run/.terraform",
    logFile: "/run/terraform.log",
    ...(signal === undefined ? {} : { signal }),
  });
  return { keptState, commands };
}

describe("the lock of a state", () => {
  it("is free when terraform could take it", async () => {
    const { keptState, commands } = stateThat({});
    expect(await keptState.lock()).toEqual({ ok: true, value: null });
    expect(commands.map((c) => [c.args[0], c.args.includes("-lock-timeout=0s"), c.cwd])).toEqual([
      ["untaint", true, "/run"],
    ]);
    expect(commands[0]?.env["TF_CLI_ARGS"]).toBeUndefined();
  });

  it.each(["lock-held-s3.txt", "lock-held-local.txt"])("has an owner in %s", async (recorded) => {
    const { keptState } = stateThat({ code: 1, stderrTail: recordedText(recorded) });
    expect(await keptState.lock()).toEqual({
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
    const told = await stateThat({ code: 1, stderrTail: text }).keptState.lock();
    expect(told).toMatchObject({ ok: false, problem: { code: "IDC516", logFile: "/run/terraform.log" } });
    const silent = await stateThat({ code: 1 }).keptState.lock();
    expect(silent).toMatchObject({
      ok: false,
      problem: { code: "IDC510", message: "terraform untaint failed" },
    });
    const missing = await stateThat({ code: null, startError: "ENOENT" }).keptState.lock();
    expect(missing).toMatchObject({ ok: false, problem: { code: "IDC511" } });
    const aborted = new AbortController();
    aborted.abort();
    const stopped = await stateThat({ code: 1 }, aborted.signal).keptState.lock();
    expect(stopped).toMatchObject({ ok: false, problem: { code: "IDC518" } });
  });

  it("is released by its id, which is never an option", async () => {
    const { keptState, commands } = stateThat({});
    expect(await keptState.release("-x")).toEqual({ ok: true, value: null });
    expect(commands[0]?.args.slice(-2)).toEqual(["--", "-x"]);
    const text = `Failed to unlock state: lock ID 'x' does not match the existing lock ID '${id}'\nLock Info:\n`;
    expect(await stateThat({ code: 1, stderrTail: text }).keptState.release("x")).toMatchObject({
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
    const provider = stateThat({ code: 1, stdout: line("Failed to query available provider packages") });
    expect(await provider.keptState.init()).toEqual({ ok: true, value: null });
    expect(provider.commands[0]?.args).toContain("-plugin-dir=.");
    const other = stateThat({ code: 1, stdout: line("Failed to get existing workspaces") });
    expect((await other.keptState.init()).ok).toBe(false);
  });
});

describe("a pulled state", () => {
  it("is the document that terraform prints, or null when there is none", async () => {
    const written = { version: 4, resources: [] };
    const { keptState, commands } = stateThat({ stdout: JSON.stringify(written) });
    expect(await keptState.pull()).toEqual({ ok: true, value: written });
    expect(commands.map((c) => c.args)).toEqual([["state", "pull"]]);
    expect(await stateThat({ stdout: "\n" }).keptState.pull()).toEqual({ ok: true, value: null });
  });

  it("is a problem when it is of another format, cut off or not there to be read", async () => {
    const problem = (more: Partial<ExecResult>) => stateThat(more).keptState.pull();
    const unreadable = { ok: false, problem: { code: "IDC510", logFile: "/run/terraform.log" } };
    expect(await problem({ stdout: '{"version":3}' })).toMatchObject(unreadable);
    expect(await problem({ stdout: "Error" })).toMatchObject(unreadable);
    expect(await problem({ stdout: '{"version":4', truncated: true })).toMatchObject({
      problem: { message: "the state is larger than 400 MB" },
    });
    const text = "\nError: error configuring S3 Backend: no valid credential sources for S3 Backend found.\n";
    expect(await problem({ code: 1, stderrTail: text })).toMatchObject({ problem: { code: "IDC516" } });
  });
});
