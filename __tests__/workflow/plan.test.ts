import { describe, expect, it } from "vitest";
import { assignmentAddress, permissionSetAddress } from "../../src/access/address.js";
import type { LivePermissionSet } from "../../src/directory/live-access.js";
import { stopped } from "../../src/workflow/ended.js";
import { plan } from "../../src/workflow/plan.js";
import { catalogOf, groups } from "../doubles/catalog.js";
import { directoryOf, instanceArn } from "../doubles/directory.js";
import { change, planJson, stateJson } from "../doubles/plan-json.js";
import { fakePorts, runsFolder, savedRuns, type World } from "../doubles/ports.js";
import { exampleProblem } from "../doubles/terraform.js";
import { recordedAws, recordedState } from "./bulk-refresh/recorded.js";

const key = {
  accountId: "100000000002",
  principalType: "GROUP",
  principalName: "Admins",
  permissionSet: "ReadOnlyAccess",
} as const;
const address = `aws_ssoadmin_account_assignment.${assignmentAddress(key)}`;
const set: LivePermissionSet = {
  arn: "arn:aws:sso:::permissionSet/ssoins-1/ps-1",
  name: "ReadOnlyAccess",
  managedPolicies: [],
  customerManagedPolicies: [],
  hasInlinePolicy: false,
  hasPermissionsBoundary: false,
};
const input = {
  catalog: catalogOf({ account_assignments: { dev: groups({ Admins: ["ReadOnlyAccess"] }) } }),
  catalogHash: "c".repeat(64),
  stack: "aws-sso",
  noBroadening: false,
  refresh: "full",
} as const;
/** A plan that says which state it began from. */
type From = ReturnType<typeof planJson> & { readonly prior_state?: object };
const planned = async (world: World) => {
  const ports = fakePorts(world);
  return { ports, result: await plan(ports, input) };
};

describe("plan", () => {
  it("saves a run that carries everything apply compares", async () => {
    const { ports, result } = await planned({ terraform: { plans: [planJson(change("create", address))] } });
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
    const { run, changes, summary } = result.value;
    expect(changes).toBe(true);
    expect(summary.grants).toMatchObject([{ change: "add", principalName: "Admins" }]);
    expect(run).toMatchObject({
      version: 2,
      stack: "aws-sso",
      instanceArn,
      catalogHash: input.catalogHash,
      planSha256: await ports.files.sha256(ports.runs.planFile(run.id)),
      terraformVersion: "1.11.4",
      providerVersion: "5.100.0",
      createdAt: "2026-11-24T07:00:00.000Z",
      clock: "2026-11-24T07:00:00.000Z",
      appliedAt: null,
      expiresAt: "2026-11-27T07:00:00.000Z",
      backend: { type: "local", settings: null },
      workspace: "default",
      lockSha256: await ports.lockSha256(),
      planJsonSha256: await ports.runs.sha256(run.id, "plan.json"),
      factsHash: await ports.runs.sha256(run.id, "facts.json"),
      summary: { resources: { create: 1 } },
      guards: [],
      timing: {
        plan: { predictedSeconds: expect.any(Number), seconds: 1 },
        apply: { predictedSeconds: expect.any(Number), seconds: null },
      },
    });
    const facts = JSON.parse(ports.texts.get(`${runsFolder}/${run.id}/facts.json`) ?? "");
    expect(facts.principals).toEqual([{ type: "GROUP", name: "Admins", id: "g-Admins" }]);
    expect(await ports.runs.load(run.id)).toEqual({ ok: true, run });
    for (const name of ["plan.tfplan", "cdk.tf.json"]) {
      expect(ports.files.guarded).toContain(`${runsFolder}/${run.id}/${name}`);
    }
    expect(JSON.parse(ports.texts.get(`${runsFolder}/${run.id}/plan.json`) ?? "")).toEqual(
      planJson(change("create", address)),
    );
  });

  it("saves a run without changes too", async () => {
    const { ports, result } = await planned({});
    expect(result).toMatchObject({
      ok: true,
      value: { changes: false, summary: { grants: [], others: [] } },
    });
    expect(savedRuns(ports)).toHaveLength(1);
  });

  it("synthesizes again with an import block for what exists", async () => {
    const assignment = {
      accountId: key.accountId,
      permissionSetArn: set.arn,
      principalType: "GROUP",
      principalId: "g-Admins",
    } as const;
    const { ports } = await planned({ sets: [set], assignments: [assignment] });
    expect(ports.synthesized.map((s) => s.adoptions)).toEqual([
      [],
      [
        {
          to: `aws_ssoadmin_permission_set.${permissionSetAddress("ReadOnlyAccess")}`,
          id: `${set.arn},${instanceArn}`,
        },
        { to: address, id: `g-Admins,GROUP,${key.accountId},AWS_ACCOUNT,${set.arn},${instanceArn}` },
      ],
    ]);
    expect(ports.steps).toContain("Looking for what exists already: 2 objects to adopt!");
  });

  it("does not synthesize twice when nothing is adopted", async () => {
    const { ports } = await planned({});
    expect(ports.synthesized).toHaveLength(1);
    expect(ports.steps).toContain("Looking for what exists already: nothing to adopt!");
  });

  describe("asked to refresh in bulk", () => {
    const { directory, access, groups } = recordedAws();
    const groupDetails = new Map(groups.map((group) => [group.id, group]));
    const state = recordedState() as ReturnType<typeof stateJson>;
    const bulk = async (world: World, ...plans: readonly From[]) => {
      const ports = fakePorts({ directory, access, groupDetails, ...world, terraform: { state, plans } });
      const result = await plan(ports, { ...input, catalog: catalogOf({}), refresh: "bulk" });
      if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
      return { run: result.value.run, plans: ports.calls.filter((c) => c.startsWith("plan")), ports };
    };
    const fromThisState = { ...planJson(), prior_state: state };

    it("plans without a refresh where AWS has what the state says", async () => {
      const { run, plans } = await bulk({}, fromThisState);
      expect(plans).toEqual(["plan without a refresh"]);
      expect(run.refresh).toBe("bulk");
    });

    it("plans with one where it has not", async () => {
      const { run, plans } = await bulk({ groupDetails: new Map() }, fromThisState);
      expect(plans).toEqual(["plan"]);
      expect(run.refresh).toBe("full");
    });

    it("plans once more when the state was written meanwhile", async () => {
      const { run, plans, ports } = await bulk({}, { ...planJson(), prior_state: stateJson() }, planJson());
      expect(plans).toEqual(["plan without a refresh", "plan"]);
      expect(run.refresh).toBe("full");
      expect(ports.steps).toContain("Planning: full refresh, because the state was written meanwhile!");
    });
  });

  it("leaves no run when preflight refuses", async () => {
    const { ports, result } = await planned({ directory: directoryOf({}) });
    expect(result).toMatchObject({ ok: false, why: "refused", diagnostics: [{ code: "IDC401" }] });
    expect([...ports.texts.keys()]).toEqual([]);
    expect(ports.calls).not.toContain("plan");
  });

  it("says where the state is, without its secrets", async () => {
    const s3 = { bucket: "states", key: "identity", region: "eu-west-1", access_key: "hush", encrypt: true };
    const catalog = { ...input.catalog, backend: { type: "s3", config: s3 } } as const;
    const ports = fakePorts({ workspace: "blue" });
    const result = await plan(ports, { ...input, catalog });
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
    const { backend, workspace } = result.value.run;
    expect(backend).toEqual({
      type: "s3",
      settings: { bucket: "states", key: "identity", region: "eu-west-1" },
    });
    expect(workspace).toBe("blue");
  });

  it("saves a run whose plan would delete and create the same access, and says so", async () => {
    const values = { target_id: key.accountId, principal_id: "g-Admins", permission_set_arn: set.arn };
    const old = "aws_ssoadmin_account_assignment.Old";
    const { ports, result } = await planned({
      terraform: { plans: [planJson(change("delete", old, values), change("create", address, values))] },
    });
    const guards = [{ guard: "same-access", code: "IDC408" }];
    expect(result).toMatchObject({ ok: true, value: { guards, run: { guards } } });
    expect(savedRuns(ports)).toHaveLength(1);
  });

  it("saves what it means for access, and that it must not be broadened", async () => {
    const world = { terraform: { plans: [planJson(change("create", address))] } };
    expect((await planned(world)).result).toMatchObject({
      value: { guards: [], run: { summary: { broadening: [{ kind: "grant" }] } } },
    });
    const ports = fakePorts(world);
    const guards = [{ guard: "broadening", code: "IDC426" }];
    expect(await plan(ports, { ...input, noBroadening: true })).toMatchObject({
      value: { guards, run: { guards } },
    });
    expect(savedRuns(ports)).toHaveLength(1);
  });

  it("warns when it cannot tell whose session it runs in, and fails when AWS cannot be asked", async () => {
    const callerArn =
      "arn:aws:sts::100000000001:assumed-role/AWSReservedSSO_Own_0123456789abcdef/jo@example.com";
    const { result } = await planned({ callerArn });
    expect(result).toMatchObject({ value: { diagnostics: [{ code: "IDC427", severity: "warning" }] } });
    const directory = directoryOf({ groups: ["Admins"], users: ["jo@example.com"] });
    const memberships = stopped("failed", []);
    const failed = await planned({ callerArn, directory, memberships });
    expect(failed.result).toEqual(memberships);
    expect(savedRuns(failed.ports)).toEqual([]);
  });

  it.each([
    ["plans", { plans: [exampleProblem] }],
    ["shows", { showPlan: exampleProblem }],
  ])("leaves no run and names the log when Terraform fails as it %s", async (_what, terraform) => {
    const { ports, result } = await planned({ terraform });
    expect(result).toMatchObject({
      ok: false,
      why: "failed",
      diagnostics: [{ code: "IDC510", severity: "error" }],
    });
    expect(result.ok ? "" : result.diagnostics[0]?.hint).toContain(exampleProblem.logFile);
    expect(ports.steps.at(-1)).toBe("Planning failed");
    expect(savedRuns(ports)).toEqual([]);
  });

  it("calls an interrupted Terraform interrupted, and a locked state by what it is", async () => {
    const why = async (code: string) => {
      const { result } = await planned({ terraform: { plans: [{ ...exampleProblem, code }] } });
      return result.ok ? "" : result.why;
    };
    expect([await why("IDC518"), await why("IDC515"), await why("IDC514")]).toEqual([
      "interrupted",
      "refused",
      "failed",
    ]);
  });
});
