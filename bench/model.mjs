/** A SynthInput of `accounts` x 4 groups x 3 permission sets, with a known directory. */
export function inputOf(accounts) {
  const groups = ["BillingAdmin", "DevOps", "Developers", "Managers"];
  const sets = ["AdministratorAccess", "PowerUserAccess", "ReadOnlyAccess"];
  const ids = Array.from({ length: accounts }, (_, n) => String(100000000000 + n));
  return {
    stack: "aws-sso",
    backend: { type: "local", path: "../../../.identity/state/aws-sso.tfstate" },
    moved: [],
    adoptions: [],
    model: {
      region: "us-east-1",
      partition: "aws",
      instance: {
        arn: "arn:aws:sso:::instance/ssoins-7223a1b2c3d4e5f6",
        identityStoreId: "d-9067f0a1b2",
        ownerAccountId: "100000000000",
        region: "us-east-1",
      },
      managementAccountId: "100000000000",
      permissionSets: sets.map(permissionSet),
      principals: groups.map((name, n) => ({
        type: "GROUP",
        name,
        id: `90677c1a2b-11111111-2222-3333-4444-00000000000${n}`,
        created: false,
      })),
      grants: ids.flatMap((id) => groups.flatMap((group) => sets.map((set) => grant(id, group, set)))),
    },
  };
}

function permissionSet(name) {
  return {
    name,
    description: null,
    managedPolicies: [`arn:aws:iam::aws:policy/${name}`],
    customerManagedPolicies: [],
    inlinePolicy: null,
    permissionsBoundary: null,
    sessionDuration: null,
    relayState: null,
    tags: {},
  };
}

function grant(accountId, principalName, permissionSet) {
  return {
    accountId,
    accountName: `account-${accountId}`,
    principalType: "GROUP",
    principalName,
    permissionSet,
    accountType: null,
    expiresAt: null,
    sources: [],
  };
}
