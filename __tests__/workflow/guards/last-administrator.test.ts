import { describe, expect, it } from "vitest";
import { lastAdministrator } from "../../../src/workflow/guards/last-administrator.js";
import { groups } from "../../doubles/catalog.js";
import type { ChangeJson } from "../../doubles/plan-json.js";
import {
  allowing,
  assignment,
  attachment,
  dev,
  guardFacts,
  inlinePolicy,
  permissionSet,
} from "./guard-facts.js";

const admin = "AdministratorAccess";
const sets = [
  permissionSet("no-op", admin),
  permissionSet("no-op", "ReadOnlyAccess"),
  attachment("no-op", admin, admin),
  attachment("no-op", "ReadOnlyAccess", "ReadOnlyAccess"),
];
const ofAdmins = { principalName: "Admins", permissionSet: admin };
const assigning = (names: readonly string[], more: Readonly<Record<string, unknown>> = {}) => ({
  account_assignments: { dev: groups({ Devs: names }) },
  ...more,
});
const hits = (changes: readonly ChangeJson[], vars = {}) =>
  lastAdministrator(guardFacts({ vars, changes: [...sets, ...changes] }));

describe("last-administrator", () => {
  it("is hit when nobody is one any more, and says who was", () => {
    const inRoot = { ...ofAdmins, accountId: "100000000001" };
    const gone = { principalName: "Gone", permissionSet: admin };
    const changes = [ofAdmins, inRoot, { ...ofAdmins, principalName: "jo" }, gone].map((access) =>
      assignment("delete", access),
    );
    expect(hits(changes, assigning(["ReadOnlyAccess"]))).toEqual([
      {
        guard: "last-administrator",
        code: "IDC424",
        message:
          'after the plan nobody is an administrator anywhere; before it: "Admins" with AdministratorAccess, "jo" with AdministratorAccess, "g-Gone" with AdministratorAccess',
        hint: "grant a set with AdministratorAccess to somebody, best in the management account",
      },
    ]);
  });

  it("lets through what leaves somebody, wherever that is", () => {
    expect(hits([assignment("delete", ofAdmins)], assigning([admin]))).toEqual([]);
  });

  it("lets through a plan before which there was none", () => {
    expect(hits([])).toEqual([]);
    expect(hits([assignment("create", ofAdmins)])).toEqual([]);
    const readOnly = { principalName: "Devs", permissionSet: "ReadOnlyAccess" };
    expect(hits([assignment("delete", readOnly)])).toEqual([]);
    expect(hits([assignment("delete", { ...readOnly, permissionSet: "Unknown" })])).toEqual([]);
  });

  it("knows an administrator by an inline policy as well", () => {
    const mine = { principalName: "Devs", permissionSet: "Mine", accountId: dev };
    const before = [
      permissionSet("no-op", "Mine"),
      inlinePolicy("update", "Mine", "*"),
      assignment("no-op", mine),
    ];
    const declaring = (action: string) =>
      assigning(["Mine"], {
        permission_sets: { Mine: { inline_policy: allowing(action) } },
      });
    expect(hits(before, declaring("s3:ListAllMyBuckets"))).toHaveLength(1);
    expect(hits(before, declaring("*"))).toEqual([]);
  });

  it("is hit when the set stays assigned and only loses its policy", () => {
    const changes = [
      assignment("no-op", { ...ofAdmins, permissionSet: "Ops" }),
      permissionSet("no-op", "Ops"),
      attachment("delete", "Ops", admin),
    ];
    const ops = (policy: string) =>
      assigning(["Ops"], { permission_sets: { Ops: { managed_policies: [policy] } } });
    expect(hits(changes, ops("ReadOnlyAccess"))).toHaveLength(1);
    expect(hits(changes, ops(admin))).toEqual([]);
  });
});
