import { describe, expect, it } from "vitest";
import type { Refresh } from "../../src/workflow/bulk-refresh/refresh.js";
import { preflight } from "../../src/workflow/preflight.js";
import { verify } from "../../src/workflow/verify.js";
import { catalogOf } from "../doubles/catalog.js";
import { change, planJson, stateJson } from "../doubles/plan-json.js";
import { fakePorts } from "../doubles/ports.js";
import { exampleProblem, type TerraformScript } from "../doubles/terraform.js";

async function verified(terraform: TerraformScript, refresh: Refresh = "full") {
  const ports = fakePorts({ terraform });
  const ready = await preflight(ports, catalogOf({}), "aws-sso");
  if (!ready.ok) throw new Error(JSON.stringify(ready.diagnostics));
  const { facts, run: open } = ready.value;
  return { ports, result: await verify(ports, { open, directory: facts.directory, refresh }) };
}

describe("verify", () => {
  it("is content with a plan without changes", async () => {
    const { ports, result } = await verified({});
    expect(result.ok).toBe(true);
    expect(ports.steps.at(-1)).toBe("Planning again: no changes!");
  });

  it("fails, and says what differs, when AWS does not have what was applied", async () => {
    const plans = [planJson(change("update", "a.b"), change("no-op", "c.d"))];
    const { result } = await verified({ plans });
    expect(result).toMatchObject({
      ok: false,
      why: "failed",
      diagnostics: [
        { code: "IDC529", message: "after the apply AWS does not have what the catalog says: update a.b" },
      ],
    });
  });

  it("compares the state of after the apply when it is asked to refresh in bulk", async () => {
    const { ports, result } = await verified({ state: stateJson({ address: "a.b" }) }, "bulk");
    expect(result.ok).toBe(true);
    expect(ports.calls.slice(-3)).toEqual(["pull state", "pull state", "plan"]);
    expect(ports.steps).toContain(
      "Comparing the state with AWS: full refresh, because a.b is of a type that this stack does not have!",
    );
  });

  it("names at most five differences", async () => {
    const plans = [planJson(...[1, 2, 3, 4, 5, 6].map((n) => change("create", `a.b${n}`)))];
    const { result } = await verified({ plans });
    const message = result.ok ? "" : (result.diagnostics[0]?.message ?? "");
    expect(message.match(/create a\.b\d/g)).toHaveLength(5);
  });

  it.each<readonly [string, TerraformScript]>([
    ["plans", { plans: [exampleProblem] }],
    ["shows", { plans: [planJson(change("update", "a.b"))], showPlan: exampleProblem }],
  ])("passes on what Terraform says when it fails as it %s", async (_what, script) => {
    const { ports, result } = await verified(script);
    expect(result).toMatchObject({ ok: false, why: "failed", diagnostics: [{ code: "IDC510" }] });
    expect(ports.steps.at(-1)).toBe("Planning again failed");
  });
});
