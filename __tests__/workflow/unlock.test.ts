import { describe, expect, it } from "vitest";
import type { Backend } from "../../src/access/model.js";
import type { LockInfo } from "../../src/terraform/explain-lock.js";
import { done, stopped } from "../../src/workflow/ended.js";
import { unlock } from "../../src/workflow/unlock.js";
import { catalogOf } from "../doubles/catalog.js";
import { fakePorts, type World } from "../doubles/ports.js";
import { exampleProblem } from "../doubles/terraform.js";

const lock: LockInfo = { id: "1-2", who: "ci@runner", since: "2026-11-24", operation: "OperationTypeApply" };
const bucket: Backend = { type: "s3", config: { bucket: "acme", key: "k", use_lockfile: true } };

/** Unlocks, with a yes unless told otherwise. */
async function unlocked(locks: World["locks"], { backend = bucket as Backend | null, yes = true } = {}) {
  const ports = fakePorts(locks === undefined ? {} : { locks });
  const written: string[] = [];
  const asked: LockInfo[] = [];
  const ended = await unlock(
    { ...ports, files: { ...ports.files, write: async (_, text) => void written.push(text) } },
    {
      catalog: { ...catalogOf({}), backend },
      stack: "my-stack",
      approve: async (info) => {
        asked.push(info);
        return yes ? done(null) : stopped("refused", []);
      },
    },
  );
  return { ended, written, asked, calls: ports.calls, steps: ports.steps };
}

describe("unlock", () => {
  it("asks nobody when the state is not locked", async () => {
    const { ended, asked, calls, written } = await unlocked([null]);
    expect(ended).toEqual({ ok: true, value: { lock: null, released: false } });
    expect([asked, calls]).toEqual([[], ["init backend", "try lock"]]);
    expect(written).toEqual([`${JSON.stringify({ terraform: { backend: { s3: bucket.config } } })}\n`]);
  });

  it("asks with the lock, releases it and looks again", async () => {
    const { ended, asked, calls } = await unlocked([lock, null]);
    expect(ended).toEqual({ ok: true, value: { lock, released: true } });
    expect(asked).toEqual([lock]);
    expect(calls).toEqual(["init backend", "try lock", "release 1-2", "try lock"]);
  });

  it("releases nothing without a yes", async () => {
    const { ended, calls } = await unlocked([lock], { yes: false });
    expect([ended.ok, calls]).toEqual([false, ["init backend", "try lock"]]);
  });

  it("says that a waiting run has taken the lock since", async () => {
    const { ended, steps } = await unlocked([lock, { ...lock, id: "3-4" }]);
    expect(ended).toEqual({ ok: true, value: { lock, released: true } });
    expect(steps).toEqual([
      "Asking for the lock: locked!",
      "Releasing the lock: done; another run has the lock now!",
    ]);
  });

  it("fails when the lock is still there", async () => {
    const { ended } = await unlocked([lock, lock]);
    expect(ended).toMatchObject({ ok: false, why: "failed", diagnostics: [{ code: "IDC514" }] });
  });

  it("cannot take the lock of a process from a local state, and does not ask", async () => {
    const { ended, asked, written } = await unlocked([lock], { backend: null });
    expect(ended).toMatchObject({
      why: "refused",
      diagnostics: [
        { code: "IDC514", message: expect.stringContaining("by ci@runner since 2026-11-24 (apply)") },
      ],
    });
    expect(asked).toEqual([]);
    expect(written.join()).toContain('{"local":{"path":"../../state/my-stack.tfstate"}}');
  });

  it("fails when nobody can tell", async () => {
    const { ended } = await unlocked([exampleProblem]);
    expect(ended).toMatchObject({ ok: false, why: "failed", diagnostics: [{ code: "IDC510" }] });
  });
});
