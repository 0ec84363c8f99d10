import { describe, expect, it } from "vitest";
import type { StateJson } from "../../../src/terraform/state-json.js";
import { readState } from "../../../src/terraform/state-json.js";
import { chooseRefresh } from "../../../src/workflow/bulk-refresh/choose-refresh.js";
import type { Refresh } from "../../../src/workflow/bulk-refresh/refresh.js";
import { stopped } from "../../../src/workflow/ended.js";
import { fakePorts, type World } from "../../doubles/ports.js";
import { recordedAws, recordedState } from "./recorded.js";

const { directory, access, groups } = recordedAws();
const groupDetails = new Map(groups.map((group) => [group.id, group]));
const refused = stopped("failed", [
  { code: "IDC503", severity: "error", message: "not allowed", span: null, hint: null },
]);

async function chosen(world: World, asked: Refresh = "bulk", state: StateJson = recordedState()) {
  const ports = fakePorts({ directory, access, groupDetails, ...world });
  const result = await chooseRefresh(ports, asked, directory, readState(state));
  return { ...result, steps: ports.steps };
}

describe("chooseRefresh", () => {
  it("compares in bulk, and counts the calls that took", async () => {
    const calls = Object.values(access.reading.calls).reduce((sum, count) => sum + count, 0) + groups.length;
    expect(groups).toHaveLength(1);
    expect(await chosen({})).toEqual({
      refresh: "bulk",
      calls,
      steps: ["Comparing the state with AWS: it is what AWS has!"],
    });
  });

  it("asks AWS nothing when nobody wants it, and when there is nothing to compare", async () => {
    const full = { refresh: "full", calls: 0, steps: [] };
    expect(await chosen({}, "full")).toEqual(full);
    expect(await chosen({}, "bulk", {})).toEqual(full);
  });

  it("asks AWS nothing about a state that it cannot compare", async () => {
    const address = 'module.sso.aws_ssoadmin_account_assignment.this["a"]';
    const resource = { address, mode: "managed", type: "aws_ssoadmin_account_assignment", values: {} };
    const state = { values: { root_module: { resources: [resource] } } };
    expect(await chosen({ access: refused }, "bulk", state)).toEqual({
      refresh: "full",
      calls: 0,
      steps: [
        `Comparing the state with AWS: full refresh, because ${address} is in a module, as nothing of this stack is!`,
      ],
    });
  });

  it("refreshes everything, and says why, when something differs", async () => {
    const { refresh, calls, steps } = await chosen({ groupDetails: new Map() });
    expect(refresh).toBe("full");
    expect(calls).toBeGreaterThan(10);
    expect(steps).toEqual([
      expect.stringMatching(/: full refresh, because aws_identitystore_group\.Auditors_\w+ is not in AWS!$/),
    ]);
  });

  it.each<readonly [string, World]>([
    ["all access", { access: refused }],
    ["the groups", { groupDetails: refused }],
  ])("refreshes everything when %s cannot be read", async (_what, world) => {
    expect(await chosen(world)).toMatchObject({
      refresh: "full",
      steps: [
        "Comparing the state with AWS: full refresh, because AWS could not be read in bulk: not allowed!",
      ],
    });
  });
});
