import { describe, expect, it } from "vitest";
import { parseUiLine } from "../../src/terraform/ui-line.js";
import { recordedLines } from "./recorded.js";

describe("lines of terraform -json", () => {
  it("reads every kind that a plan prints", () => {
    const kinds = new Set(recordedLines("plan-every-action.jsonl").map((line) => line.type));
    expect([...kinds].sort()).toEqual([
      "apply_complete",
      "apply_start",
      "change_summary",
      "diagnostic",
      "planned_change",
      "refresh_complete",
      "refresh_start",
    ]);
  });

  it("reads address and action of planned changes", () => {
    const planned = recordedLines("plan-every-action.jsonl").filter((line) => line.type === "planned_change");
    expect(planned.map((line) => `${line.address} ${line.action}`)).toEqual([
      "terraform_data.forgotten remove",
      "terraform_data.gone delete",
      "terraform_data.rep replace",
      "terraform_data.adoptedupd update",
      "terraform_data.adopted import",
      "terraform_data.cbd replace",
      "terraform_data.upd update",
      "terraform_data.now move",
    ]);
  });

  it("reads the severity and address of diagnostics", () => {
    const warning = recordedLines("plan-every-action.jsonl").find((line) => line.type === "diagnostic");
    expect(warning?.type === "diagnostic" && warning.diagnostic.severity).toBe("warning");
    const error = recordedLines("apply-with-error.jsonl").find((line) => line.type === "diagnostic");
    expect(error).toEqual({
      type: "diagnostic",
      diagnostic: {
        severity: "error",
        summary: "local-exec provisioner error",
        detail: "Error running command 'exit 3': exit status 3. Output: ",
        address: "terraform_data.three",
      },
    });
  });

  it("passes over what is not JSON, not an object, cut off, or unknown", () => {
    const lines = [
      "",
      "\u001b[0m\u001b[32m",
      'Successfully configured the backend "local"!',
      "[1]",
      "{",
      "null",
    ];
    for (const line of lines) expect(parseUiLine(line)).toBeNull();
    expect(parseUiLine('{"type":"version","terraform":"1.11.4"}')).toBeNull();
  });
});
