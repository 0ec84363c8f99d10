import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AssignmentKey,
  addressCollisions,
  assignmentAddress,
  boundaryAddress,
  customerManagedPolicyAttachmentAddress,
  groupAddress,
  inlinePolicyAddress,
  managedPolicyAttachmentAddress,
  permissionSetAddress,
  sharedAddresses,
  userAddress,
} from "../../src/access/address.js";
import type { AccessModel, Grant, PermissionSet } from "../../src/access/model.js";

const readOnlyPolicy = "arn:aws:iam::aws:policy/ReadOnlyAccess";

function assignment(principalName: string, permissionSet: string): AssignmentKey {
  return { accountId: "222222222222", principalType: "GROUP", principalName, permissionSet };
}

describe("addresses never change", () => {
  it.each([
    [permissionSetAddress("ReadOnlyAccess"), "ReadOnlyAccess_1eb996799acf"],
    [permissionSetAddress("7 Éclairs"), "x7-clairs_ab8feefaa39e"],
    [groupAddress("Dev Ops"), "Dev-Ops_2b7888b80674"],
    [userAddress("jane@example.com"), "jane-example-com_c6fab12187ba"],
    [
      managedPolicyAttachmentAddress("ReadOnlyAccess", readOnlyPolicy),
      "ReadOnlyAccess_ReadOnlyAccess_d3c76ec55a12",
    ],
    [customerManagedPolicyAttachmentAddress("Builder", "/team/", "Build"), "Builder_Build_c9074ba81e5a"],
    [inlinePolicyAddress("Builder"), "Builder_53d3ab5d68d5"],
    [boundaryAddress("Builder"), "Builder_8fdf70ba3412"],
    [
      assignmentAddress(assignment("Managers", "AdministratorAccess")),
      "a222222222222_G_Managers_AdministratorAccess_9cf839a86676",
    ],
    [
      assignmentAddress({ ...assignment("Managers", "AdministratorAccess"), principalType: "USER" }),
      "a222222222222_U_Managers_AdministratorAccess_820daa7aafc9",
    ],
  ])("%s", (address, pinned) => {
    expect(address).toBe(pinned);
  });
});

const hostile = fc.oneof(
  fc.constantFrom(
    "DevOps",
    "devops",
    "Dev Ops",
    "Dev-Ops",
    "a-b",
    "b-c",
    "a",
    "c",
    "a/b",
    "jane+x@example.com",
  ),
  fc.constantFrom(
    "é",
    "e\u0301",
    "🦄",
    "\ud800",
    "\ud801",
    "\ufffd",
    "",
    " ",
    '"',
    '","',
    "\\ud800",
    "__proto__",
  ),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.integer({ min: 0xd800, max: 0xdfff }), { maxLength: 3 }).map((c) => String.fromCharCode(...c)),
);

const hostileAssignment = fc.record({
  accountId: fc.constantFrom("111111111111", "222222222222"),
  principalType: fc.constantFrom("GROUP" as const, "USER" as const),
  principalName: hostile,
  permissionSet: hostile,
});

describe("addresses are injective", () => {
  it("for names", () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        for (const address of [
          permissionSetAddress,
          groupAddress,
          userAddress,
          inlinePolicyAddress,
          boundaryAddress,
        ]) {
          expect(address(a) === address(b)).toBe(a === b);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("for assignments", () => {
    fc.assert(
      fc.property(hostileAssignment, hostileAssignment, (a, b) => {
        const same = JSON.stringify(Object.entries(a)) === JSON.stringify(Object.entries(b));
        expect(assignmentAddress(a) === assignmentAddress(b)).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });

  it("for attachments", () => {
    const triple = fc.tuple(hostile, hostile, hostile);
    fc.assert(
      fc.property(triple, triple, (a, b) => {
        const same = a.every((part, i) => part === b[i]);
        const ofCustomer = customerManagedPolicyAttachmentAddress;
        expect(ofCustomer(...a) === ofCustomer(...b)).toBe(same);
        const sameTwo = a[0] === b[0] && a[1] === b[1];
        expect(
          managedPolicyAttachmentAddress(a[0], a[1]) === managedPolicyAttachmentAddress(b[0], b[1]),
        ).toBe(sameTwo);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["a separator inside a name", assignment("a-b", "c"), assignment("a", "b-c")],
    ["an underscore inside a name", assignment("a_b", "c"), assignment("a", "b_c")],
    ["the separator of the key inside a name", assignment('a","b', "c"), assignment("a", 'b","c')],
    ["case only", assignment("DevOps", "c"), assignment("devops", "c")],
    ["a space CDKTF would drop", assignment("Dev Ops", "c"), assignment("DevOps", "c")],
    ["composed and decomposed letters", assignment("é", "c"), assignment("e\u0301", "c")],
    ["lone surrogates", assignment("\ud800", "c"), assignment("\ud801", "c")],
    ["a path that moves into the name", assignment("a/b", "c"), assignment("a", "/bc")],
  ])("%s", (_, a, b) => {
    expect(assignmentAddress(a)).not.toBe(assignmentAddress(b));
  });

  it("keeps a path apart from a name", () => {
    const inFolder = customerManagedPolicyAttachmentAddress("S", "/a/", "b");
    expect(inFolder).not.toBe(customerManagedPolicyAttachmentAddress("S", "/", "a/b"));
  });
});

it("are Terraform names: a letter first, then ASCII", () => {
  fc.assert(
    fc.property(hostileAssignment, (key) => {
      for (const address of [assignmentAddress(key), groupAddress(key.principalName)]) {
        expect(address).toMatch(/^[A-Za-z][A-Za-z0-9_-]*$/);
        expect(address.length).toBeLessThan(120);
      }
    }),
  );
});

it("hold nothing that CDKTF takes for a number token", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]?[-+.]{1,2}\d{1,4}e[+]?2[89]\d[a-f]?$/), (name) => {
      for (const number of groupAddress(name).match(/[-|\d.+]+e[-|\d.eE+]+/g) ?? []) {
        expect(Number.parseFloat(number)).not.toBeLessThan(0);
      }
    }),
  );
});

const set: PermissionSet = {
  name: "Builder",
  description: null,
  managedPolicies: [readOnlyPolicy],
  customerManagedPolicies: [
    { name: "Build", path: "/" },
    { name: "Build", path: "/team/" },
  ],
  inlinePolicy: null,
  permissionsBoundary: null,
  sessionDuration: null,
  relayState: null,
  tags: {},
};

function grant(principalName: string, permissionSet: string): Grant {
  const key = assignment(principalName, permissionSet);
  return { ...key, accountName: "plat-dev", accountType: null, expiresAt: null, sources: [] };
}

const model: AccessModel = {
  region: "us-east-1",
  partition: "aws",
  instance: null,
  managementAccountId: null,
  permissionSets: [set],
  principals: [
    { type: "GROUP", name: "Same", id: null, created: false },
    { type: "USER", name: "Same", id: null, created: false },
  ],
  grants: [grant("a-b", "c"), grant("a", "b-c")],
};

describe("collisions", () => {
  it("there are none in a sound model", () => {
    expect(addressCollisions(model)).toEqual([]);
  });

  it.each([
    [
      "permission set",
      { permissionSets: [set, { ...set, managedPolicies: [], customerManagedPolicies: [] }] },
    ],
    ["managed policy", { permissionSets: [{ ...set, managedPolicies: [readOnlyPolicy, readOnlyPolicy] }] }],
    [
      "customer policy",
      {
        permissionSets: [
          {
            ...set,
            customerManagedPolicies: [
              { name: "B", path: "/" },
              { name: "B", path: "/" },
            ],
          },
        ],
      },
    ],
    ["group", { principals: model.principals.toSpliced(1, 0, ...model.principals.slice(0, 1)) }],
    ["user", { principals: [...model.principals, ...model.principals.slice(1)] }],
    ["assignment", { grants: [grant("a", "b-c"), grant("a", "b-c")] }],
  ])("a repeated %s is one", (_, change: Partial<AccessModel>) => {
    const found = addressCollisions({ ...model, ...change });
    expect(found).toHaveLength(1);
    expect(found[0]?.keys).toHaveLength(2);
    expect(found[0]?.address).toMatch(/^(data\.)?aws_[a-z_]+\.[A-Za-z0-9_-]+$/);
  });

  it("two different things at one address are named, others are not", () => {
    const claims = [
      ["t.a", "first"],
      ["t.b", "alone"],
      ["t.a", "second"],
    ] as const;
    expect(sharedAddresses(claims)).toEqual([{ address: "t.a", keys: ["first", "second"] }]);
  });
});
