// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are Terraform templates
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { TerraformStack, Testing } from "#cdktf";
import { addAssignments } from "../../stacks/aws-sso/assignments.js";
import { renderHcl } from "../../stacks/hcl.js";
import { hclText } from "../../stacks/hcl-value.js";
import { goldenCases } from "../golden/cases.js";
import { synthesize, synthesizeHcl } from "./synthesize.js";

describe("hclText", () => {
  it.each([
    ['say "hi"', '"say \\"hi\\""'],
    ["C:\\x", '"C:\\\\x"'],
    ["a\nb", '"a\\u000ab"'],
    ['${contains(self.arns, "x")}', '"${contains(self.arns, "x")}"'],
    ['$${"x"}', '"$${\\"x\\"}"'],
    ['%%{"x"}', '"%%{\\"x\\"}"'],
  ])("%s", (template, hcl) => {
    expect(hclText(template)).toBe(hcl);
  });
});

it("knows blocks from attributes, and addresses from texts", () => {
  const hcl = renderHcl({
    "//": "dropped",
    data: { aws_x: { this: { lifecycle: { postcondition: [{ condition: "${true}" }] } } } },
    resource: { aws_x: { a: { "//": 1, depends_on: ["aws_x.b", "aws_x.c"], tags: { to: "x" }, n: 1 } } },
    import: [{ to: "aws_x.a", id: "i" }],
  });
  expect(hcl).toBe(`data "aws_x" "this" {
  lifecycle {
    postcondition {
      condition = "\${true}"
    }
  }
}

resource "aws_x" "a" {
  depends_on = [aws_x.b, aws_x.c]
  tags = {
    "to" = "x"
  }
  n = 1
}

import {
  to = aws_x.a
  id = "i"
}
`);
});

describe("the HCL of a stack has every object of its JSON", () => {
  it.each(goldenCases())("$name", async ({ input }) => {
    const config = JSON.parse(await synthesize(input)) as Record<string, Record<string, object>>;
    const objects = ["data", "resource"].flatMap((kind) =>
      Object.entries(config[kind] ?? {}).flatMap(([type, all]) =>
        Object.keys(all).map((name) => `${kind} "${type}" "${name}" {`),
      ),
    );
    const hcl = await synthesizeHcl(input);
    expect(objects.length).toBeGreaterThan(2);
    expect(hcl.match(/^(data|resource) .*/gm)?.toSorted()).toEqual(objects.toSorted());
  });
});

it("a stack that leaves HCL to CDKTF fails rather than drop assignments", () => {
  const outdir = mkdtempSync(join(tmpdir(), "hcl-"));
  const stack = new TerraformStack(Testing.app({ outdir }), "plain");
  const principalIds = { GROUP: new Map(), USER: new Map() };
  addAssignments(stack, [], {
    instance: { arn: "", identityStoreId: "" },
    principalIds,
    policiesOf: new Map(),
  });
  expect(() => stack.toHclTerraform()).toThrow("AwsSsoStack");
  rmSync(outdir, { recursive: true });
});
