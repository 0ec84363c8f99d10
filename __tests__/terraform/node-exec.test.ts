import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ExecCommand } from "../../src/terraform/exec.js";
import { nodeExec } from "../../src/terraform/node-exec.js";

let cwd = "";

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "exec-"));
});
afterEach(() => rm(cwd, { recursive: true }));

function node(script: string, more: Partial<ExecCommand> = {}) {
  return nodeExec({ file: process.execPath, args: ["-e", script], cwd, env: {}, ...more });
}

/** Resolves as soon as the child has printed a line. */
function untilReady(): { readonly ready: Promise<string>; readonly onLine: (line: string) => void } {
  const { promise, resolve } = withResolvers<string>();
  return { ready: promise, onLine: resolve };
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

describe("running a program", () => {
  it("hands over lines of both streams, the exit code and the tail of stderr", async () => {
    const lines: string[] = [];
    const result = await node("console.log('a\\nb'); console.error('e'); process.exitCode = 3", {
      onLine: (line, stream) => lines.push(`${stream} ${line}`),
    });
    expect(lines.sort()).toEqual(["stderr e", "stdout a", "stdout b"]);
    expect(result).toEqual({
      code: 3,
      signal: null,
      stdout: "",
      truncated: false,
      stderrTail: "e\n",
      startError: null,
    });
  });

  it("passes arguments and environment as they are, with no shell in between", async () => {
    const result = await nodeExec({
      file: process.execPath,
      args: [
        "-p",
        "JSON.stringify([process.argv.slice(1), process.env.HOME ?? null, process.env.A])",
        "$HOME; *",
      ],
      cwd,
      env: { A: "`b`" },
      capture: 1000,
    });
    expect(JSON.parse(result.stdout)).toEqual([["$HOME; *"], null, "`b`"]);
  });

  it("bounds what it captures and says so", async () => {
    const result = await node("process.stdout.write('x'.repeat(100))", { capture: 10 });
    expect(result.stdout).toBe("x".repeat(10));
    expect(result.truncated).toBe(true);
  });

  it("logs for the owner only, appends, and keeps captured data out", async () => {
    const logFile = join(cwd, "deep", "run.log");
    await node("console.log('shown')", { logFile });
    await node("console.log('secret'); console.error('warned')", { logFile, capture: 100 });
    const log = await readFile(logFile, "utf8");
    expect(log).toContain("shown");
    expect(log).toContain("warned");
    expect(log.replaceAll(/^\$ .*$/gm, "")).not.toContain("secret");
    expect(((await stat(logFile)).mode & 0o777).toString(8)).toBe("600");
  });

  it("tells a missing program from a missing folder", async () => {
    const missing = await nodeExec({ file: "no-such-program", args: [], cwd, env: { PATH: cwd } });
    expect(missing).toMatchObject({ startError: "ENOENT", code: null });
    await expect(node("0", { cwd: join(cwd, "none") })).rejects.toThrow("none");
  });
});

describe.skipIf(process.platform === "win32")("stopping a program", () => {
  it("interrupts it once and lets it finish", async () => {
    const stop = new AbortController();
    const { ready, onLine } = untilReady();
    const script = `
      let n = 0;
      process.on("SIGINT", () => { n++; setTimeout(() => { console.error("interrupts " + n); process.exit(7); }, 100); });
      console.log("ready");
      setInterval(() => {}, 1000);`;
    const running = node(script, { signal: stop.signal, onLine });
    await ready;
    stop.abort();
    expect(await running).toMatchObject({ code: 7, signal: null, stderrTail: "interrupts 1\n" });
  });

  it("leaves no listener behind", async () => {
    const before = process.listenerCount("exit");
    await node("0");
    await nodeExec({ file: "no-such-program", args: [], cwd, env: {} });
    expect(process.listenerCount("exit")).toBe(before);
  });
});
