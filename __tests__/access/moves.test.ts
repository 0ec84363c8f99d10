import { describe, expect, it } from "vitest";
import {
  assignmentAddress,
  boundaryAddress,
  customerManagedPolicyAttachmentAddress,
  groupAddress,
  inlinePolicyAddress,
  managedPolicyAttachmentAddress,
  permissionSetAddress,
} from "../../src/access/address.js";
import { buildAccess } from "../../src/access/build.js";
import { declaredAddresses } from "../../src/access/declared-addresses.js";
import { addressesAfter } from "../../src/access/moves-addresses.js";
import { loadCatalog } from "../../src/catalog/load.js";
import { accountMap, catalogText, groups, users } from "../doubles/catalog.js";
import { catalogFiles } from "../doubles/catalog-files.js";
import { clock } from "../doubles/facts.js";

const dev = "100000000002";
const prod = "100000000003";
const vars = {
  account_map: accountMap({ dev, prod }),
  groups: ["Created"],
  permission_sets: {
    Full: {
      description: "every kind of object",
      managed_policies: ["ReadOnlyAccess"],
      customer_managed_policies: [{ name: "Own", path: "/team/" }],
      inline_policy: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }],
      },
      permissions_boundary: { managed_policy: "PowerUserAccess" },
    },
  },
  account_assignments: {
    dev: { ...groups({ DevOps: ["ReadOnlyAccess"], Created: ["Full"] }), ...users({ DevOps: ["Full"] }) },
    prod: groups({ DevOps: ["Full"] }),
  },
};
const built = (moves: string, more: object = {}) => {
  const texts = {
    "catalog/aws-sso.yaml": catalogText({ ...vars, ...more }),
    "catalog/moves.yaml": `version: 1\n${moves}`,
  };
  const { catalog, diagnostics } = loadCatalog(catalogFiles(texts), "catalog/aws-sso.yaml", null);
  if (catalog === null) throw new Error(JSON.stringify(diagnostics));
  const access = buildAccess(catalog, null, clock);
  return {
    ...access,
    catalog,
    diagnostics: [...diagnostics, ...access.diagnostics].filter((d) => d.severity === "error"),
  };
};
const address = (
  accountId: string,
  principalName: string,
  permissionSet: string,
  principalType: "GROUP" | "USER" = "GROUP",
) =>
  `aws_ssoadmin_account_assignment.${assignmentAddress({ accountId, principalType, principalName, permissionSet })}`;

describe("a renamed group", () => {
  it("moves each of its assignments, and nobody else's", () => {
    const { moves, diagnostics } = built("moved: [{ from: { group: ops }, to: { group: DevOps } }]");
    expect(diagnostics).toEqual([]);
    expect(moves).toEqual({
      moved: [
        { from: address(dev, "ops", "ReadOnlyAccess"), to: address(dev, "DevOps", "ReadOnlyAccess") },
        { from: address(prod, "ops", "Full"), to: address(prod, "DevOps", "Full") },
      ],
      imports: [],
    });
  });

  it("moves itself too when the catalog creates it", () => {
    const { moves } = built("moved: [{ from: { group: Made }, to: { group: Created } }]");
    expect(moves.moved).toEqual([
      {
        from: `aws_identitystore_group.${groupAddress("Made")}`,
        to: `aws_identitystore_group.${groupAddress("Created")}`,
      },
      { from: address(dev, "Made", "Full"), to: address(dev, "Created", "Full") },
    ]);
  });

  it("may have had more names: each goes to the next, for the assignments of today", () => {
    const { moves, diagnostics } = built(
      "moved: [{ from: { group: b }, to: { group: DevOps } }, { from: { group: a }, to: { group: b } }]",
    );
    expect(diagnostics).toEqual([]);
    expect(moves.moved).toEqual([
      { from: address(dev, "b", "ReadOnlyAccess"), to: address(dev, "DevOps", "ReadOnlyAccess") },
      { from: address(prod, "b", "Full"), to: address(prod, "DevOps", "Full") },
      { from: address(dev, "a", "ReadOnlyAccess"), to: address(dev, "b", "ReadOnlyAccess") },
      { from: address(prod, "a", "Full"), to: address(prod, "b", "Full") },
    ]);
  });

  it("is not moved twice, by name and by address", () => {
    const from = address(dev, "ops", "ReadOnlyAccess");
    const to = address(dev, "DevOps", "ReadOnlyAccess");
    const { model, diagnostics } = built(
      `moved:\n  - { from: { group: ops }, to: { group: DevOps } }\n  - { from: ${from}, to: ${to} }`,
    );
    expect(model).toBeNull();
    expect(diagnostics.map((d) => [d.code, d.message, d.span?.line])).toEqual([
      ["IDC376", `${from} is moved with its group or user as well`, 4],
      ["IDC376", `${to} is moved with its group or user as well`, 4],
    ]);
  });
});

it("a renamed user is not the group of that name", () => {
  const { moves } = built("moved: [{ from: { user: jo }, to: { user: DevOps } }]");
  expect(moves.moved).toEqual([
    { from: address(dev, "jo", "Full", "USER"), to: address(dev, "DevOps", "Full", "USER") },
  ]);
});

it("addresses and imports are passed on, chains of them too", () => {
  const to = `aws_ssoadmin_permission_set.${permissionSetAddress("Full")}`;
  const { moves, diagnostics } = built(
    `moved:\n  - { from: 'module.a.aws_ssoadmin_permission_set.this["x"]', to: aws_ssoadmin_permission_set.between }\n  - { from: aws_ssoadmin_permission_set.between, to: ${to} }\nimport:\n  - { to: ${to}, id: "a,b" }`,
  );
  expect(diagnostics).toEqual([]);
  expect(moves).toEqual({
    moved: [
      { from: 'module.a.aws_ssoadmin_permission_set.this["x"]', to: "aws_ssoadmin_permission_set.between" },
      { from: "aws_ssoadmin_permission_set.between", to },
    ],
    imports: [{ to, id: "a,b" }],
  });
});

it("a group that the catalog only creates is still there", () => {
  const { diagnostics } = built("moved: [{ from: { group: Idle }, to: { group: DevOps } }]", {
    groups: ["Idle"],
  });
  expect(diagnostics).toMatchObject([
    { code: "IDC378", hint: "rename it under groups as well, or remove this entry" },
  ]);
});

it("a disabled catalog moves nothing and has nothing against it", () => {
  const { moves, model, diagnostics } = built("moved: [{ from: { group: a }, to: { group: b } }]", {
    enabled: false,
  });
  expect([moves.moved, diagnostics, model?.grants]).toEqual([[], [], []]);
});

it("every kind of object has its declared address", () => {
  const { model } = built("");
  if (model === null) throw new Error("the catalog is valid");
  const all = [
    ...declaredAddresses({ ...model, permissionSets: model.permissionSets.filter((s) => s.name === "Full") }),
  ];
  const policy = "arn:aws:iam::aws:policy/ReadOnlyAccess";
  expect(all).toEqual([
    `aws_ssoadmin_permission_set.${permissionSetAddress("Full")}`,
    `aws_ssoadmin_managed_policy_attachment.${managedPolicyAttachmentAddress("Full", policy)}`,
    `aws_ssoadmin_customer_managed_policy_attachment.${customerManagedPolicyAttachmentAddress("Full", "/team/", "Own")}`,
    `aws_ssoadmin_permission_set_inline_policy.${inlinePolicyAddress("Full")}`,
    `aws_ssoadmin_permissions_boundary_attachment.${boundaryAddress("Full")}`,
    `aws_identitystore_group.${groupAddress("Created")}`,
    address(dev, "Created", "Full"),
    address(dev, "DevOps", "ReadOnlyAccess"),
    address(dev, "DevOps", "Full", "USER"),
    address(prod, "DevOps", "Full"),
  ]);
});

it("a state has what it had under the last address of each chain", () => {
  const moved = [
    { from: "a", to: "b" },
    { from: "b", to: "c" },
    { from: "x", to: "y" },
  ];
  expect([...addressesAfter(new Set(["a", "other"]), moved)]).toEqual(["c", "other"]);
  expect([...addressesAfter(new Set(["b"]), moved)]).toEqual(["c"]);
});
