import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { AllAccess } from "../../src/directory/all-access.js";
import type { Directory } from "../../src/directory/directory.js";
import { readAllAccess } from "../../src/directory/read-all-access.js";
import type { ReadingOptions } from "../../src/directory/reading-options.js";
import {
  type AccessWorld,
  accessSeed,
  first,
  inlinePolicy,
  makeAccess,
  readOnly,
  second,
  third,
} from "./access-world.js";
import { useSandbox } from "./sandbox.js";
import { startStub, stubError } from "./stub-aws.js";

const sandbox = useSandbox(accessSeed);
let world: AccessWorld;

beforeAll(async () => {
  world = await makeAccess(sandbox.clients());
});

beforeEach(() => sandbox.forget());

interface Told extends AllAccess {
  readonly told: readonly string[];
}

async function read(options: Partial<ReadingOptions>, directory: Directory = world.directory): Promise<Told> {
  const told: string[] = [];
  const all = { extraPrincipals: [], ...options };
  const access = await readAllAccess(sandbox.clients(), directory, all, (text) => told.push(text));
  return { ...access, told };
}

/** Without the users, so that asking by principal is cheaper. */
function groupsOnly(): Directory {
  return { ...world.directory, users: [] };
}

function sum(calls: AllAccess["reading"]["calls"]): number {
  return Object.values(calls).reduce((total, count) => total + count, 0);
}

/** Calls for the three sets, one of them nowhere. */
const forSets = {
  "sso.DescribePermissionSet": 3,
  "sso.GetInlinePolicyForPermissionSet": 3,
  "sso.GetPermissionsBoundaryForPermissionSet": 3,
  "sso.ListAccountsForProvisionedPermissionSet": 5,
  "sso.ListCustomerManagedPolicyReferencesInPermissionSet": 3,
  "sso.ListManagedPoliciesInPermissionSet": 3,
  "sso.ListPermissionSets": 1,
  "sso.ListTagsForResource": 3,
};

describe("readAllAccess by pairs", () => {
  it("reads everything, deleted groups included, and says what it took", async () => {
    const { sets, assignments, reading, told } = await read({});
    expect(assignments).toEqual(world.assignments);
    const empty = {
      description: null,
      sessionDuration: "PT1H",
      relayState: null,
      tags: {},
      managedPolicies: [],
      customerManagedPolicies: [],
      inlinePolicy: null,
      permissionsBoundary: null,
      outdatedIn: [],
    };
    expect(sets).toEqual([
      {
        arn: world.arns.Full,
        name: "Full",
        description: "all of it",
        sessionDuration: "PT4H",
        relayState: "https://a.example",
        tags: { Owner: "", team: "x" },
        managedPolicies: [readOnly],
        customerManagedPolicies: [],
        inlinePolicy,
        permissionsBoundary: { name: "limit", path: "/team/" },
        accountIds: [first, second, third],
        outdatedIn: [first, second, third],
      },
      { arn: world.arns.Plain, name: "Plain", ...empty, accountIds: [third] },
      { arn: world.arns.Unused, name: "Unused", ...empty, accountIds: [] },
    ]);
    expect(reading).toMatchObject({ method: "pairs", complete: true });
    expect(reading.calls).toEqual({ ...forSets, "sso.ListAccountAssignments": 4 });
    expect(reading.seconds).toBeGreaterThan(0.5);
    expect(told.slice(0, 3).sort()).toEqual([1, 2, 3].map((n) => `accounts of ${n} of 3 permission sets`));
    expect(told[3]).toBe("5 of 28 calls · about 5 s left");
    expect(told.at(-1)).toBe("28 of 28 calls");
    expect(told).toHaveLength(3 + 24);
  });

  it("is what a delegated administrator does, however much cheaper the other way were", async () => {
    const { reading } = await read({}, { ...groupsOnly(), managementAccountId: second });
    expect(reading).toMatchObject({ method: "pairs", complete: true });
  });
});

describe("readAllAccess by principals", () => {
  it("is chosen when it takes fewer calls, and misses only who hides behind somebody known", async () => {
    const { assignments, reading } = await read({}, groupsOnly());
    const hidden = (a: { readonly accountId: string; readonly principalId: string }) =>
      a.accountId === second && a.principalId === world.gone;
    const known = world.assignments.filter((a) => a.principalType === "GROUP");
    expect(assignments).toEqual(known.filter((a) => !hidden(a)));
    expect(reading).toMatchObject({ method: "principals", complete: false });
    expect(reading.calls).toEqual({
      ...forSets,
      "sso.ListAccountAssignmentsForPrincipal": 2,
      "sso.ListAccountAssignments": 1,
      "sts.GetCallerIdentity": 1,
    });
  });

  it("gives a user its own grants and not those of its groups, and asks nobody twice", async () => {
    const extraPrincipals = world.directory.users.map(({ id }) => ({ id, type: "USER" as const }));
    const { assignments, reading } = await read({ method: "principals", extraPrincipals });
    expect(assignments.filter((a) => a.principalType === "USER")).toHaveLength(1);
    expect(assignments).toHaveLength(world.assignments.length - 1);
    expect(reading.calls["sso.ListAccountAssignmentsForPrincipal"]).toBe(4);
  });

  it("looks where the state has grants of a principal that AWS does not know", async () => {
    const pairs = [second, first].map((accountId) => ({ accountId, permissionSetArn: world.arns.Full }));
    const nowhere = { accountId: second, permissionSetArn: world.arns.Plain };
    const extra = { id: world.gone, type: "GROUP" as const, pairs: [...pairs, nowhere] };
    const { assignments, reading, told } = await read({ method: "principals", extraPrincipals: [extra] });
    expect(assignments).toEqual(world.assignments);
    expect(reading.complete).toBe(false);
    expect(reading.calls["sso.ListAccountAssignments"]).toBe(3);
    expect(told.at(-1)).toBe("32 of 32 calls");
  });

  it("is complete when every pair was looked at", async () => {
    const nobody = { ...world.directory, users: [], groups: [] };
    const { assignments, reading } = await read({}, nobody);
    expect(assignments).toEqual(world.assignments);
    expect(reading).toMatchObject({ method: "principals", complete: true });
  });
});

describe("readAllAccess again after it broke off", () => {
  it.each(["pairs", "principals"] as const)("asks by %s only what was not answered", async (method) => {
    const kept = new Map<string, string>();
    const cache = {
      get: (key: string) => kept.get(key) ?? null,
      put: (key: string, text: string) => kept.set(key, text),
    };
    const operation = method === "pairs" ? "ListAccountAssignments" : "ListAccountAssignmentsForPrincipal";
    await sandbox.fail(operation, null, 2);
    await sandbox.fail(operation, "ExpiredTokenException", 1);
    await expect(read({ method, cache })).rejects.toThrow();
    // What was under way when it failed is answered and kept as well.
    await vi.waitFor(async () => expect((await sandbox.counts())(`sso-admin.${operation}`)).toBe(4));
    await vi.waitFor(() => expect(kept.size).toBe(3 + 3));
    const { sets, assignments, reading, told } = await read({ method, cache });
    expect(sets).toHaveLength(3);
    expect(assignments).toHaveLength(method === "pairs" ? 7 : 6);
    const { "sso.ListAccountsForProvisionedPermissionSet": outdated, ...calls } = reading.calls;
    const { "sso.ListAccountsForProvisionedPermissionSet": _, ...whole } = forSets;
    expect(outdated).toBe(2);
    const single =
      method === "pairs"
        ? { "sso.ListAccountAssignments": 1 }
        : {
            "sso.ListAccountAssignments": 1,
            "sso.ListAccountAssignmentsForPrincipal": 1,
          };
    expect(calls).toEqual({ ...whole, ...single });
    expect(told.at(-1)).toBe(`${sum(reading.calls)} of ${sum(reading.calls)} calls`);
  });
});

describe("readAllAccess of an AWS that", () => {
  const directory: Directory = {
    version: 1,
    instance: { arn: "arn:aws:sso:::instance/i", identityStoreId: "d-1", ownerAccountId: first, region: "x" },
    managementAccountId: first,
    accounts: [],
    groups: Array.from({ length: 12 }, (_, i) => ({ id: `g-${i}`, displayName: `G${i}`, scim: true })),
    users: [],
  };
  const setArn = "arn:aws:sso:::permissionSet/i/ps-1";
  const accountIds = Array.from({ length: 13 }, (_, i) => String(100_000_000_000 + i));
  const grant = { PrincipalType: "GROUP", PrincipalId: "g-0", AccountId: first, PermissionSetArn: setArn };

  it("answers principals in unforeseen pages is read by pairs, also the next time", async () => {
    const cache = new Map<string, string>();
    const stub = await startStub(({ operation }, index) => {
      switch (operation) {
        case "ListPermissionSets":
          return { body: { PermissionSets: [setArn] } };
        case "ListAccountsForProvisionedPermissionSet":
          return { body: { AccountIds: accountIds } };
        case "ListAccountAssignmentsForPrincipal":
          return { body: { AccountAssignments: [grant], ...(index < 14 ? { NextToken: `${index}` } : {}) } };
        case "ListAccountAssignments":
          return { body: { AccountAssignments: [grant, {}] } };
        default:
          return { body: { PermissionSet: { Name: "S" }, Account: first } };
      }
    });
    onTestFinished(() => stub.close());
    const { clients } = stub;
    // It answers in XML, which the stub does not speak.
    Object.assign(clients.sts, { send: async () => ({ Account: first, Arn: "" }) });
    const options = {
      extraPrincipals: [],
      cache: {
        get: (key: string) => cache.get(key) ?? null,
        put: (key: string, text: string) => cache.set(key, text),
      },
    };
    const told: string[] = [];
    const once = await readAllAccess(clients, directory, options, (text) => told.push(text));
    expect(once.reading).toMatchObject({ method: "pairs", complete: true });
    expect(once.assignments).toHaveLength(13);
    expect(once.reading.calls["sso.ListAccountAssignments"]).toBe(13);
    expect(once.reading.calls["sso.ListAccountAssignmentsForPrincipal"]).toBeLessThan(27);
    expect(told.at(-1)).toBe(`${sum(once.reading.calls)} of ${sum(once.reading.calls)} calls`);
    const again = await readAllAccess(clients, directory, options, () => {});
    expect(again.reading).toMatchObject({ method: "pairs", calls: { "sso.ListPermissionSets": 1 } });
    expect(again.assignments).toEqual(once.assignments);
  });

  it("has several pages of everything is asked for each page once, and for nothing else with its token", async () => {
    const stub = await startStub(({ operation, body }) => {
      const more =
        body.includes("NextToken") || operation.startsWith("Describe") ? {} : { NextToken: "more" };
      if (operation === "ListPermissionSets") return { body: { PermissionSets: [setArn], ...more } };
      const AccountIds = more.NextToken === undefined ? [second] : [first];
      return {
        body: {
          PermissionSet: { Name: "S" },
          AccountIds,
          AttachedManagedPolicies: [{ Arn: readOnly }],
          ...more,
        },
      };
    });
    onTestFinished(() => stub.close());
    const options = { method: "pairs", extraPrincipals: [] } as const;
    const { sets, reading } = await readAllAccess(stub.clients, directory, options, () => {});
    expect(sets).toHaveLength(2);
    expect(sets[0]).toMatchObject({ accountIds: [first, second], managedPolicies: [readOnly, readOnly] });
    expect(reading.calls).toEqual({
      "sso.DescribePermissionSet": 2,
      "sso.GetInlinePolicyForPermissionSet": 2,
      "sso.GetPermissionsBoundaryForPermissionSet": 2,
      "sso.ListAccountAssignments": 8,
      "sso.ListAccountsForProvisionedPermissionSet": 8,
      "sso.ListCustomerManagedPolicyReferencesInPermissionSet": 4,
      "sso.ListManagedPoliciesInPermissionSet": 4,
      "sso.ListPermissionSets": 2,
      "sso.ListTagsForResource": 4,
    });
  });

  it("forgets a set while it is read", async () => {
    const missing = stubError("ResourceNotFoundException", "gone");
    const stub = await startStub(({ operation }) => {
      if (operation === "ListPermissionSets") return { body: { PermissionSets: [setArn, `${setArn}2`] } };
      if (operation === "DescribePermissionSet") return { body: { PermissionSet: { Name: "S" } } };
      if (operation === "ListAccountsForProvisionedPermissionSet") return { body: { AccountIds: [first] } };
      return missing;
    });
    onTestFinished(() => stub.close());
    const options = { method: "pairs", extraPrincipals: [] } as const;
    const access = await readAllAccess(stub.clients, directory, options, () => {});
    expect(access).toMatchObject({ sets: [], assignments: [] });
  });
});
