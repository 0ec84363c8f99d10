import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startSandbox } from "../../src/sandbox/server.js";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sandbox-lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("keeps a second sandbox off a state file until the first is closed", async () => {
  const statePath = join(folder, "aws.json");
  const first = await startSandbox({ statePath });
  await expect(startSandbox({ statePath })).rejects.toThrow(`in use by process ${process.pid}`);
  await first.close();
  const second = await startSandbox({ statePath });
  await second.close();
  expect(existsSync(`${statePath}.lock`)).toBe(false);
});

it("takes over the lock of a process that is gone", async () => {
  const statePath = join(folder, "aws.json");
  await writeFile(`${statePath}.lock`, "4194305");
  const sandbox = await startSandbox({ statePath });
  await sandbox.close();
  expect(existsSync(statePath)).toBe(true);
});

it("gives the lock back when it cannot start", async () => {
  const statePath = join(folder, "aws.json");
  await writeFile(statePath, "not json");
  await expect(startSandbox({ statePath })).rejects.toThrow("is not JSON");
  expect(existsSync(`${statePath}.lock`)).toBe(false);
});
