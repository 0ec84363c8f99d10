import { describe, expect, it } from "vitest";
import { readState } from "../../../src/terraform/state-json.js";
import {
  createdGroupsAreNotSynced,
  disablingTakesNothingAway,
  managementAccountIsReachable,
  stateBelongsToInstance,
} from "../../../src/workflow/checks/instance-allows.js";
import { groups } from "../../doubles/catalog.js";
import { directoryOf, instanceArn, managementAccountId } from "../../doubles/directory.js";
import { factsOf } from "../../doubles/facts.js";
import { stateJson } from "../../doubles/plan-json.js";

const inRoot = (...sets: readonly string[]) => ({ account_assignments: { root: groups({ Admins: sets }) } });

describe("managementAccountIsReachable", () => {
  it("refuses grants in the management account to a delegated administrator", () => {
    const facts = factsOf(inRoot("ReadOnlyAccess", "PowerUserAccess"), undefined, {
      callerAccountId: "100000000002",
    });
    expect(managementAccountIsReachable(facts)).toMatchObject([
      {
        code: "IDC404",
        severity: "error",
        message: `2 grants in the management account ${managementAccountId}, but these credentials are of 100000000002`,
        span: { line: 6 },
      },
    ]);
  });

  it("counts one grant as one", () => {
    const facts = factsOf(inRoot("ReadOnlyAccess"), undefined, { callerAccountId: "100000000002" });
    expect(managementAccountIsReachable(facts)[0]?.message).toMatch(/^1 grant in /);
  });

  it("lets the management account grant anywhere, and a delegated administrator grant elsewhere", () => {
    expect(managementAccountIsReachable(factsOf(inRoot("ReadOnlyAccess")))).toEqual([]);
    const elsewhere = { account_assignments: { dev: groups({ Admins: ["ReadOnlyAccess"] }) } };
    const facts = factsOf(elsewhere, undefined, { callerAccountId: "100000000002" });
    expect(managementAccountIsReachable(facts)).toEqual([]);
  });
});

describe("createdGroupsAreNotSynced", () => {
  it("refuses to create a group that SCIM made, and no other", () => {
    const directory = directoryOf({ groups: ["Mine"], syncedGroups: ["Synced"] });
    const facts = factsOf({ groups: ["Mine", "New", "Synced"] }, directory);
    expect(createdGroupsAreNotSynced(facts)).toMatchObject([
      { code: "IDC407", severity: "error", message: 'group "Synced" exists already and was made by SCIM' },
    ]);
  });
});

describe("stateBelongsToInstance", () => {
  const state = (...arns: readonly string[]) =>
    readState(
      stateJson(
        ...arns.map((instance_arn, n) => ({
          address: `aws_ssoadmin_permission_set.s${n}`,
          values: { instance_arn },
        })),
      ),
    );

  it("accepts an empty state and a state of this instance", () => {
    expect(stateBelongsToInstance(factsOf({}), readState(null))).toEqual([]);
    expect(stateBelongsToInstance(factsOf({}), state(instanceArn, instanceArn))).toEqual([]);
  });

  it("refuses a state of another instance, even one that is only partly so", () => {
    const other = "arn:aws:sso:::instance/ssoins-0000000000000000";
    for (const mixed of [state(other), state(instanceArn, other)]) {
      expect(stateBelongsToInstance(factsOf({}), mixed)).toMatchObject([
        {
          code: "IDC406",
          severity: "error",
          message: `the state belongs to instance ${other}, but ${instanceArn} answers`,
        },
      ]);
    }
  });
});

describe("disablingTakesNothingAway", () => {
  const deployed = readState(
    stateJson({ address: "aws_ssoadmin_permission_set.s", values: { instance_arn: instanceArn } }),
  );

  it("warns when a disabled catalog meets a state", () => {
    expect(disablingTakesNothingAway(factsOf({ enabled: false }), deployed)).toMatchObject([
      {
        code: "IDC410",
        severity: "warning",
        message: "enabled is false: a deploy takes away all that was deployed, 1 object",
      },
    ]);
  });

  it("is content with an empty state, and with an enabled catalog", () => {
    expect(disablingTakesNothingAway(factsOf({ enabled: false }), readState(null))).toEqual([]);
    expect(disablingTakesNothingAway(factsOf({}), deployed)).toEqual([]);
  });
});
