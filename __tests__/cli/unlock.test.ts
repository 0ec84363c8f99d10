import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Shell } from "../../src/cli/shell.js";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import { recordedText } from "../terraform/recorded.js";
import { catalogPath, exampleCatalog } from "./example.js";

const id = "2dc25e32-f8b6-f1f9-deee-a58cd5df9b93";
const settings = { bucket: "acme", key: "sso", endpoints: { s3: "http://127.0.0.1:9" } };

/** A project whose state is locked while the file `locked` is there, for a Terraform that is a script. */
function lockedProject(lockInfo = recordedText("lock-held-s3.txt")) {
  const folder = project({
    [catalogPath]: exampleCatalog,
    "my backend.yaml": JSON.stringify({ backend_type: "s3", backend: settings }),
    locked: lockInfo,
  });
  const script = `#!/bin/sh
case "$1" in
  version) echo '{"terraform_version":"1.11.4"}' ;;
  untaint) if [ -e '${folder}/locked' ]; then cat '${folder}/locked' >&2; exit 1; fi ;;
  force-unlock) [ "$5" = ${id} ] && rm '${folder}/locked' ;;
esac
`;
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "bin/terraform"), script);
  chmodSync(join(folder, "bin/terraform"), 0o755);
  const env = { PATH: `${join(folder, "bin")}:${process.env["PATH"]}` };
  const shared = ["unlock", "--backend", "my backend.yaml", "--sandbox"];
  return {
    folder,
    isLocked: () => existsSync(join(folder, "locked")),
    runs: () => readdirSync(join(folder, ".identity/sandbox/runs")),
    unlock: (more: Partial<Shell> = {}, ...args: readonly string[]) =>
      identity(folder, [...shared, ...args], { env, ...more }),
    unlockLocal: (more: Partial<Shell> = {}) => identity(folder, ["unlock", "--sandbox"], { env, ...more }),
  };
}
const answer = (text: string) => ({ ask: async () => text });

describe("identity unlock", () => {
  it("shows whose lock it is, asks, releases it, and keeps no folder", async () => {
    const { unlock, isLocked, runs } = lockedProject();
    const { code, out, err } = await unlock(answer("yes"));
    expect([code, out]).toEqual([0, "the lock is released\n"]);
    expect(err).toContain(
      `the state is locked\n  by         root@vm\n  since      2026-11-24 13:40:57 UTC\n  operation  apply\n  id         ${id}\n`,
    );
    expect([isLocked(), runs()]).toEqual([false, []]);
    const again = await unlock({ ask: () => Promise.reject(new Error("asked")) });
    expect([again.code, again.out]).toEqual([0, "the state is not locked\n"]);
  });

  it("releases nothing after another answer: exit code 4", async () => {
    for (const text of ["y", "", "YES"]) {
      const { unlock, isLocked, runs } = lockedProject();
      const { code, out, err } = await unlock(answer(text));
      expect([code, out, isLocked(), runs()]).toEqual([4, "", true, []]);
      expect(err).toContain("error IDC409: declined: the lock is still there");
    }
  });

  it("refuses without a terminal and says what to run: exit code 4", async () => {
    const { unlock, isLocked } = lockedProject();
    const { code, err } = await unlock();
    expect([code, isLocked()]).toEqual([4, true]);
    expect(err).toContain(`run "identity unlock --backend 'my backend.yaml' --sandbox" in a terminal`);
  });

  it("is JSON on request", async () => {
    const { unlock } = lockedProject();
    const refused = await unlock({}, "--format", "json");
    expect(JSON.parse(refused.out).diagnostics).toMatchObject([{ code: "IDC409" }]);
    const released = await unlock(answer("yes"), "--format", "json");
    const lock = { id, who: "root@vm", since: "2026-11-24 13:40:57 UTC", operation: "apply" };
    expect(JSON.parse(released.out)).toEqual({ version: 1, locked: true, lock, released: true });
    const free = await unlock({}, "--format", "json");
    expect(JSON.parse(free.out)).toEqual({ version: 1, locked: false, lock: null, released: false });
  });

  it("cannot take the lock of a running process from a local state: exit code 4", async () => {
    const { unlockLocal, isLocked } = lockedProject();
    const { code, err } = await unlockLocal(answer("yes"));
    expect([code, isLocked()]).toEqual([4, true]);
    expect(err).toContain("error IDC514: the state is locked by root@vm");
    expect(err).toContain("a local state is locked only while that process runs");
  });

  it("does not let the owner's name write to the terminal", async () => {
    const { unlock } = lockedProject(recordedText("lock-held-s3.txt").replace("root@vm", "\u001b[2Jroot"));
    const { err } = await unlock(answer("no"));
    expect(err).toContain("  by         \\u001b[2Jroot\n");
    expect(err).not.toContain("\u001b");
  });

  it("keeps the log when terraform could not ask: exit code 1", async () => {
    const { unlock, runs } = lockedProject("\nError: no valid credential sources for S3 Backend found\n");
    const { code, err } = await unlock();
    expect(code).toBe(1);
    expect(err).toContain("error IDC516: there are no AWS credentials");
    expect(runs()).toHaveLength(1);
  });
});
