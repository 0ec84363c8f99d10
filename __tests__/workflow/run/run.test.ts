import { describe, expect, it } from "vitest";
import { appliedRun, checkRun, createRun, type FactsNow } from "../../../src/workflow/run/run.js";
import { isRunId, latestRunId, runId } from "../../../src/workflow/run/run-id.js";
import { readRun, runText } from "../../../src/workflow/run/run-json.js";
import { exampleRun } from "./example-run.js";

const now: FactsNow = {
  stack: exampleRun.stack,
  instanceArn: exampleRun.instanceArn,
  catalogHash: exampleRun.catalogHash,
  planSha256: exampleRun.planSha256,
  terraformVersion: exampleRun.terraformVersion,
  modelHash: exampleRun.modelHash,
};

function codes(facts: Partial<FactsNow>, run = exampleRun): readonly string[] {
  return checkRun(run, { ...now, ...facts }).map((diagnostic) => diagnostic.code);
}

describe("checking a run before it is applied", () => {
  it("finds nothing when nothing has changed", () => {
    expect(codes({})).toEqual([]);
  });

  it.each([
    [{ planSha256: "other" }, "IDC521"],
    [{ planSha256: null }, "IDC521"],
    [{ catalogHash: "other" }, "IDC522"],
    [{ instanceArn: "arn:aws:sso:::instance/ssoins-2222222222222222" }, "IDC523"],
    [{ instanceArn: null }, "IDC523"],
    [{ modelHash: "other" }, "IDC528"],
    [{ stack: "other" }, "IDC525"],
    [{ terraformVersion: "1.12.0" }, "IDC526"],
  ] as const)("refuses %j", (facts, code) => {
    expect(codes(facts)).toEqual([code]);
  });

  it("refuses a run that was applied, and gives all reasons at once", () => {
    const applied = appliedRun(exampleRun, "2026-11-24T08:00:00.000Z");
    expect(codes({ catalogHash: "other" }, applied)).toEqual(["IDC524", "IDC522"]);
    expect(checkRun(applied, now)[0]?.message).toContain("already applied at 2026-11-24T08:00:00.000Z");
  });

  it("does not blame the directory for what the catalog explains", () => {
    expect(codes({ catalogHash: "other", modelHash: "other" })).toEqual(["IDC522"]);
  });

  it("says whether the plan file is gone or changed", () => {
    expect(checkRun(exampleRun, { ...now, planSha256: null })[0]?.message).toContain("is missing");
    expect(checkRun(exampleRun, { ...now, planSha256: "f00" })[0]?.message).toContain("was changed");
  });
});

describe("the id of a run", () => {
  const id = runId("2026-11-24T06:45:39.123Z", "0f835cec");

  it("begins with the time in UTC", () => {
    expect(id).toBe("20261124T064539123Z-0f835cec");
    expect(runId("2026-11-24T07:45:39.123+01:00", "0f835cec")).toBe(id);
  });

  it("can never name another folder", () => {
    for (const odd of ["", "..", "../x", `${id}/..`, `${id}\n`, "20261124T064539123Z", "latest"]) {
      expect(isRunId(odd)).toBe(false);
    }
    expect(() => runId("2026-11-24T06:45:39.123Z", "../../aa")).toThrow();
  });

  it("tells the latest, whatever else lies in the folder", () => {
    const later = runId("2026-11-24T06:45:39.124Z", "00000000");
    expect(latestRunId([later, "zzz", id, ".DS_Store"])).toBe(later);
    expect(latestRunId(["zzz"])).toBeNull();
  });
});

describe("run.json", () => {
  it("reads what was written", () => {
    expect(readRun(runText(exampleRun), exampleRun.id)).toEqual({ ok: true, run: exampleRun });
    expect(createRun(exampleRun)).toEqual(exampleRun);
  });

  it.each([
    ["not JSON", "{", /not JSON/],
    ["another version", runText(exampleRun).replace('"version": 1', '"version": 2'), /version 2/],
    ["another run's file", runText({ ...exampleRun, id: "20200101T000000000Z-00000000" }), /"id"/],
    ["a missing hash", runText(exampleRun).replace("planSha256", "planSha"), /"planSha256"/],
    ["a wrong count", runText(exampleRun).replace('"adopt": 0', '"adopt": "0"'), /"summary.adopt"/],
    ["a wrong instant", runText(exampleRun).replace('"appliedAt": null', '"appliedAt": 0'), /"appliedAt"/],
  ])("is refused with %s", (_, text, reason) => {
    const read = readRun(text, exampleRun.id);
    expect(read.ok ? "" : read.reason).toMatch(reason);
  });
});
