import { describe, expect, it } from "vitest";
import { checkRun, type RunNow } from "../../../src/workflow/run/check-run.js";
import { appliedRun, type Run } from "../../../src/workflow/run/run.js";
import { statePlace } from "../../../src/workflow/run/state-place.js";
import { exampleRun } from "./example-run.js";

const { stack, catalogHash, backend, workspace, terraformVersion, providerVersion, lockSha256 } = exampleRun;
const files: RunNow["files"] = {
  "plan.tfplan": exampleRun.planSha256,
  "plan.json": exampleRun.planJsonSha256,
  "facts.json": exampleRun.factsHash,
};
const now: RunNow = {
  ...{ stack, catalogHash, backend, workspace, terraformVersion, providerVersion, lockSha256, files },
  at: "2026-11-24T08:00:00.000Z",
};
const s3 = (bucket: string) => statePlace({ type: "s3", config: { bucket, secret_key: "hush" } }, "");

function check(facts: Partial<RunNow>, run: Run = exampleRun) {
  return checkRun(run, { ...now, ...facts });
}

describe("checking a run before it is applied", () => {
  it("finds nothing when nothing has changed", () => {
    expect(check({})).toEqual([]);
  });

  it.each<readonly [string, Partial<RunNow>, string, RegExp]>([
    [
      "a changed plan",
      { files: { ...files, "plan.tfplan": "other" } },
      "IDC521",
      /^plan\.tfplan of .*changed/,
    ],
    [
      "a lost plan",
      { files: { ...files, "plan.tfplan": null } },
      "IDC521",
      /^plan\.tfplan of .* is missing$/,
    ],
    [
      "a changed document",
      { files: { ...files, "plan.json": "other" } },
      "IDC521",
      /^plan\.json of .*changed/,
    ],
    ["changed facts", { files: { ...files, "facts.json": "other" } }, "IDC521", /^facts\.json of .*changed/],
    ["lost facts", { files: { ...files, "facts.json": null } }, "IDC521", /^facts\.json of .* is missing$/],
    ["a changed catalog", { catalogHash: "other" }, "IDC522", /catalog was changed/],
    ["another stack", { stack: "other" }, "IDC525", /belongs to stack "aws-sso", not to "other"/],
    [
      "another terraform",
      { terraformVersion: "1.12.0" },
      "IDC526",
      /terraform 1\.11\.4, but this is 1\.12\.0/,
    ],
    [
      "another provider",
      { providerVersion: "6.0.0" },
      "IDC533",
      /provider 5\.100\.0, but this .* has 6\.0\.0/,
    ],
    ["another lock", { lockSha256: "other" }, "IDC533", /other checksums of the AWS provider 5\.100\.0/],
    ["another workspace", { workspace: "blue" }, "IDC534", /local, workspace default, but this is .* blue$/],
    ["another backend", s3("b"), "IDC534", /but this is s3 \{"bucket":"b"\}, workspace default$/],
  ])("refuses %s", (_what, facts, code, message) => {
    const found = check(facts);
    expect(found).toMatchObject([{ code, severity: "error", message: expect.stringMatching(message) }]);
    expect(found[0]?.hint).toMatch(/plan again with `identity plan`, look at it, and apply the new run$/);
  });

  it("refuses from the very instant it expires", () => {
    expect(exampleRun.expiresAt).toBe("2026-11-27T06:45:39.123Z");
    expect(check({ at: "2026-11-27T06:45:39.122Z" })).toEqual([]);
    const found = check({ at: exampleRun.expiresAt });
    expect(found).toMatchObject([{ code: "IDC532", message: expect.stringContaining(exampleRun.expiresAt) }]);
  });

  it("takes settings in another order for the same backend", () => {
    const config = { key: "k", bucket: "b" };
    const run = { ...exampleRun, ...statePlace({ type: "s3", config }, "") };
    const other = statePlace({ type: "s3", config: { bucket: "b", key: "k" } }, "");
    expect(check(other, run)).toEqual([]);
    expect(check(s3("b"), run)).toMatchObject([{ code: "IDC534" }]);
  });

  it("gives all reasons at once", () => {
    const applied = appliedRun(exampleRun, "2026-11-24T08:00:00.000Z", 12);
    const found = check({ catalogHash: "other", at: "2027-01-01T00:00:00.000Z" }, applied);
    expect(found.map(({ code }) => code)).toEqual(["IDC524", "IDC532", "IDC522"]);
    expect(found[0]?.message).toContain("already applied at 2026-11-24T08:00:00.000Z");
  });
});
