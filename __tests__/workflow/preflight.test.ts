import { describe, expect, it } from "vitest";
import { stopped } from "../../src/workflow/ended.js";
import { preflight } from "../../src/workflow/preflight.js";
import { accountMap, catalogOf, groups } from "../doubles/catalog.js";
import { account, directoryOf } from "../doubles/directory.js";
import { stateJson } from "../doubles/plan-json.js";
import { fakePorts, runsFolder, type World } from "../doubles/ports.js";
import { exampleProblem } from "../doubles/terraform.js";

const catalog = catalogOf({ account_assignments: { dev: groups({ Admins: ["ReadOnlyAccess"] }) } });
const foreign = stateJson({
  address: "aws_ssoadmin_permission_set.A",
  values: { instance_arn: "arn:aws:sso:::instance/another" },
});
const problems = async (world: World, of = catalog) => {
  const ports = fakePorts(world);
  const result = await preflight(ports, of, "aws-sso");
  const why = result.ok ? "ready" : result.why;
  const diagnostics = result.ok ? result.value.diagnostics : result.diagnostics;
  return { ports, why, codes: diagnostics.map((d) => d.code), diagnostics };
};

describe("preflight", () => {
  it("is ready with an initialized run", async () => {
    const { ports, why, codes } = await problems({});
    expect({ why, codes }).toEqual({ why: "ready", codes: [] });
    expect(ports.calls).toEqual(["init", "pull state"]);
    expect(ports.steps).toEqual([
      "Reading AWS: 2 accounts, 1 group, 0 users!",
      "Preparing Terraform: 0 objects in the state!",
    ]);
  });

  it("reports the directory, the accounts, placeholders and the state in one go, and leaves nothing", async () => {
    const wrong = catalogOf({
      account_map: accountMap({ dev: "111111111111", root: "100000000001" }),
      account_assignments: {
        dev: groups({ Nobody: ["ReadOnlyAccess"], Admin: ["ReadOnlyAccess"] }),
        root: groups({ Admins: ["ReadOnlyAccess"] }),
      },
    });
    const { ports, why, codes } = await problems(
      { callerAccountId: "100000000002", terraform: { state: foreign } },
      wrong,
    );
    expect(why).toBe("refused");
    expect([...codes].sort()).toEqual(["IDC401", "IDC401", "IDC403", "IDC404", "IDC405", "IDC406"]);
    expect([...ports.texts.keys()]).toEqual([]);
  });

  it("adds a Terraform that does not initialize to what else is wrong", async () => {
    const alone = await problems({ terraform: { init: exampleProblem } });
    expect([alone.why, alone.codes]).toEqual(["failed", ["IDC510"]]);
    expect(alone.diagnostics[0]?.hint).toBe(`look at it; Terraform's output is in ${exampleProblem.logFile}`);
    const both = await problems({ directory: directoryOf({}), terraform: { init: exampleProblem } });
    expect([both.why, both.codes]).toEqual(["refused", ["IDC401", "IDC510"]]);
    expect(both.ports.steps.at(-1)).toBe("Preparing Terraform failed");
  });

  it("lets warnings through", async () => {
    const warned = catalogOf({ account_map: accountMap({ dev: "100000000002", closed: "100000000009" }) });
    const { why, codes } = await problems({}, warned);
    expect([why, codes]).toEqual(["ready", ["IDC403"]]);
  });

  it("ends with what AWS or Terraform says when they cannot be asked", async () => {
    const expired = stopped("failed", [
      { code: "IDC502", severity: "error", message: "expired", span: null, hint: null },
    ]);
    const aws = await problems({ directory: expired });
    expect([aws.why, aws.codes, aws.ports.calls]).toEqual(["failed", ["IDC502"], []]);
    expect(aws.ports.steps).toEqual(["Reading AWS failed"]);
    const terraform = await problems({ terraformVersion: { ...exampleProblem, code: "IDC511" } });
    expect([terraform.why, terraform.codes, terraform.ports.steps]).toEqual(["failed", ["IDC511"], []]);
  });

  it("calls a catalog invalid that names accounts the organization does not have", async () => {
    const { why, codes } = await problems({ directory: directoryOf({ accounts: [account("1", "other")] }) });
    expect([why, codes]).toEqual(["invalid", ["IDC301"]]);
  });

  it("never uses a shared state with an endpoint on this machine", async () => {
    const shared = catalogOf({});
    const backend = { type: "s3" as const, config: { bucket: "state" } };
    for (const isLoopback of [true, false]) {
      const ports = fakePorts({ isLoopback });
      await preflight(ports, { ...shared, backend }, "my-stack");
      const local = { type: "local", path: "../../state/my-stack.tfstate" };
      expect(ports.synthesized.map((s) => s.backend)).toEqual([isLoopback ? local : backend]);
      expect([...ports.texts.keys()][0]).toMatch(new RegExp(`^${runsFolder}/.*/cdk.tf.json$`));
    }
  });
});
