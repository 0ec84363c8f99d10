import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { goldenCases } from "../golden/cases.js";
import { synthesizeHcl } from "../stacks/synthesize.js";
import { initWithoutBackend, inTerraformFolder, terraform } from "./terraform.js";

function validate(text: string, file = "cdk.tf.json"): unknown {
  return inTerraformFolder(file, text, (folder) => {
    initWithoutBackend(folder);
    return JSON.parse(terraform(folder, "validate", "-json"));
  });
}

describe("terraform and the provider accept", () => {
  it.each(goldenCases())("$name", ({ expectedFile }) => {
    const text = readFileSync(expectedFile, "utf8");
    expect(validate(text)).toMatchObject({ valid: true, error_count: 0, warning_count: 0 });
  });

  it.each(goldenCases())("$name in HCL", async ({ input }) => {
    const hcl = await synthesizeHcl(input);
    expect(validate(hcl, "cdk.tf")).toMatchObject({ valid: true, error_count: 0, warning_count: 0 });
  });

  it("but not a reference to nothing", () => {
    const text = JSON.stringify({
      output: { x: { value: "$".concat("{aws_ssoadmin_permission_set.none.arn}") } },
    });
    expect(() => validate(text)).toThrow("terraform validate");
  });
});
