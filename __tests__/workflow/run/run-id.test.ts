import { describe, expect, it } from "vitest";
import { isRunId, latestRunId, runId } from "../../../src/workflow/run/run-id.js";

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
