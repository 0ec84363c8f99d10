import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeFileStore } from "../../../src/terraform/node-file-store.js";
import { createRunStore, type RunStore } from "../../../src/workflow/run/run-store.js";
import { exampleRun } from "./example-run.js";

let folder = "";
let store: RunStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "runs-"));
  store = createRunStore(nodeFileStore, join(folder, ".identity", "runs"));
});
afterEach(() => rm(folder, { recursive: true }));

async function mode(path: string): Promise<string> {
  return ((await stat(path)).mode & 0o777).toString(8);
}

describe("the store of runs", () => {
  it("keeps a run, for its owner only", async () => {
    await store.prepare(exampleRun.id);
    await writeFile(store.planFile(exampleRun.id), "plan", { mode: 0o644 });
    const hash = createHash("sha256").update("plan").digest("hex");
    await store.seal(exampleRun.id, "plan.tfplan");
    await store.write(exampleRun.id, "facts.json", "{}");
    await store.save(exampleRun);
    expect(await store.load(exampleRun.id)).toEqual({ ok: true, run: exampleRun });
    expect(await store.sha256(exampleRun.id, "plan.tfplan")).toBe(hash);
    expect(await store.read(exampleRun.id, "facts.json")).toBe("{}");
    expect(await mode(store.folder(exampleRun.id))).toBe("700");
    expect(await mode(join(folder, ".identity"))).toBe("700");
    expect(await mode(store.planFile(exampleRun.id))).toBe("600");
    expect(await mode(join(store.folder(exampleRun.id), "run.json"))).toBe("600");
    expect(await mode(join(store.folder(exampleRun.id), "facts.json"))).toBe("600");
    const files = (await readdir(store.folder(exampleRun.id))).sort();
    expect(files).toEqual(["facts.json", "plan.tfplan", "run.json"]);
  });

  it("finds the latest, passing over a run that was never finished", async () => {
    const older = { ...exampleRun, id: "20261123T000000000Z-ffffffff" };
    await store.save(exampleRun);
    await store.save(older);
    await store.prepare("20261125T000000000Z-00000000");
    expect(await store.latest()).toEqual({ ok: true, run: exampleRun });
  });

  it("says that there is no run, or no such run", async () => {
    expect(await store.latest()).toMatchObject({ ok: false, diagnostic: { code: "IDC527" } });
    for (const id of [exampleRun.id, "../../etc"]) {
      const loaded = await store.load(id);
      expect(loaded.ok ? "" : loaded.diagnostic.message).toBe(`there is no run "${id}"`);
    }
    expect(await store.sha256(exampleRun.id, "plan.tfplan")).toBeNull();
    expect(await store.read(exampleRun.id, "facts.json")).toBeNull();
  });

  it("refuses a run of an unknown version, also as the latest", async () => {
    await store.save(exampleRun);
    const file = join(store.folder(exampleRun.id), "run.json");
    await writeFile(file, '{"version":1}');
    for (const loaded of [await store.load(exampleRun.id), await store.latest()]) {
      expect(loaded).toMatchObject({ ok: false, diagnostic: { code: "IDC520" } });
    }
  });

  it("gives no path for anything but a run's id", () => {
    expect(() => store.folder("../x")).toThrow("not a run id");
  });
});
