import { accessSince } from "../../src/report/access-since.js";
import type { ReportFinding, ReportGrant, ReportInput, ReportSet } from "../../src/report/html/input.js";

const at = "2026-11-24T06:30:00.000Z";
const kinds = [
  ["prod", "/Platform/Prod"],
  ["dev", "/Platform/Dev"],
  ["sandbox", "/Sandbox"],
  ["core", "/Core"],
] as const;
const teams = ["Payments", "Search", "Data", "Identity", "Checkout", "Mobile", "Risk", "Growth"];
const arn = "arn:aws:iam::aws:policy";

const set: ReportSet = {
  name: "ReadOnlyAccess",
  description: "Look at everything, change nothing",
  managedPolicies: [`${arn}/ReadOnlyAccess`],
  customerManagedPolicies: [],
  inlinePolicy: null,
  permissionsBoundary: null,
  sessionDuration: "PT8H",
  privilege: "read",
};
const inlinePolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "Assume",
      Effect: "Allow",
      Action: ["sts:AssumeRole", "sts:TagSession"],
      Resource: "arn:aws:iam::*:role/deploy-*",
    },
    {
      Sid: "NotElsewhere",
      Effect: "Deny",
      NotAction: ["iam:*", "sts:*"],
      Resource: "*",
      Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-west-1", "eu-central-1"] } },
    },
  ],
});

export const sets: readonly ReportSet[] = [
  {
    ...set,
    name: "AdministratorAccess",
    description: "Everything, for the platform team",
    managedPolicies: [`${arn}/AdministratorAccess`],
    sessionDuration: "PT1H",
    privilege: "admin",
  },
  {
    ...set,
    name: "RootAccess",
    description: "Sessions as the root user of a member account",
    managedPolicies: [],
    inlinePolicy: JSON.stringify({ Statement: { Effect: "Allow", Action: "sts:AssumeRoot", Resource: "*" } }),
    sessionDuration: null,
    privilege: "root",
  },
  {
    ...set,
    name: "PowerUserAccess",
    description: "Build things, but give nobody access",
    managedPolicies: [`${arn}/PowerUserAccess`, `${arn}/job-function/SupportUser`],
    customerManagedPolicies: ["/team/DenyBilling"],
    inlinePolicy,
    permissionsBoundary: "/boundaries/Developers",
    privilege: "write",
  },
  set,
  {
    ...set,
    name: "BillingViewAccess",
    description: null,
    managedPolicies: [`${arn}/job-function/Billing`],
  },
];

/** Grants of `groups` groups in `accounts` accounts; about two of five pairs have each set but the root one. */
export function grantsOf(accounts: number, groups: number): readonly ReportGrant[] {
  const list: ReportGrant[] = [];
  for (let a = 0; a < accounts; a += 1) {
    const [type, ou] = kinds[a % kinds.length] ?? kinds[0];
    const place = {
      accountId: String(111_111_111_111 + a),
      accountName: `${type}-${(teams[a % teams.length] ?? "").toLowerCase()}-${Math.floor(a / 8) + 1}`,
      ou,
      accountTypes: [type],
    };
    for (let p = 0; p < groups; p += 1) {
      const who = {
        principalType: "GROUP" as const,
        principalName: `${teams[p % teams.length]}${["Engineers", "Leads", "OnCall"][p % 3]}${p < 8 ? "" : p}`,
      };
      for (const [s, { name }] of sets.entries()) {
        if (name === "RootAccess" ? p !== 0 || type !== "core" : (a * 7 + p * 3 + s) % 5 > 1) continue;
        const expiresAt =
          (a + p + s) % 97 === 0 ? `2026-12-${String(1 + (p % 28)).padStart(2, "0")}T00:00:00.000Z` : null;
        const sources = [`catalog/aws-sso.yaml:${20 + p}:7`];
        list.push({ ...place, ...who, permissionSet: name, expiresAt, sources });
      }
    }
  }
  const first = list[0];
  return first === undefined
    ? list
    : [
        ...list,
        {
          ...first,
          principalType: "USER",
          principalName: "ana@example.com",
          permissionSet: "AdministratorAccess",
          expiresAt: "2026-11-30T12:00:00.000Z",
        },
      ];
}

const finding: ReportFinding = {
  key: "IDC601/111111111111/GROUP/PaymentsEngineers/AdministratorAccess",
  code: "IDC601",
  severity: "error",
  message:
    'group "PaymentsEngineers" has "AdministratorAccess" in account 111111111111, and nobody declared it',
  hint: "add it to the catalog, or remove it: aws sso-admin delete-account-assignment …",
  details: [],
  file: null,
  line: null,
  column: null,
  subject: {
    accountId: "111111111111",
    principalType: "GROUP",
    principalName: "PaymentsEngineers",
    permissionSet: "AdministratorAccess",
  },
};

const findings: readonly ReportFinding[] = [
  finding,
  {
    ...finding,
    key: "IDC605/-/-/-/PowerUserAccess",
    code: "IDC605",
    severity: "warning",
    message: 'the inline policy of "PowerUserAccess" was changed by hand',
    details: ["+ Allow s3:DeleteBucket on *", "- Deny all but iam:*, sts:* on *"],
    hint: "deploy to set it back",
    file: "catalog/aws-sso.yaml",
    line: 41,
    column: 9,
    subject: { accountId: null, principalType: null, principalName: null, permissionSet: "PowerUserAccess" },
  },
  {
    ...finding,
    key: "IDC612/-/-/-/-",
    code: "IDC612",
    severity: "info",
    message: "1 grant ends within 14 days",
    hint: null,
    subject: { accountId: null, principalType: null, principalName: null, permissionSet: null },
  },
];

/** A report of an organization of some size, with an audit and an earlier report. */
export function reportOf(accounts: number, groups: number): ReportInput {
  const grants = grantsOf(accounts, groups);
  const before = grants
    .slice(3)
    .map((g, i) => (i === 0 ? { ...g, expiresAt: "2026-12-31T00:00:00.000Z" } : g));
  const gone = grants.slice(0, 2).map((g) => ({ ...g, principalName: "Contractors", sources: [] }));
  const earlier = {
    title: "Access of Example Corp",
    createdAt: "2026-10-24T06:30:00.000Z",
    grants: [...before, ...gone],
  };
  return {
    title: "Access of Example Corp",
    createdAt: at,
    instance: {
      arn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
      identityStoreId: "d-1234567890",
      ownerAccountId: "999999999999",
      region: "eu-west-1",
    },
    grants,
    sets,
    findings,
    drift: { missing: grants.slice(5, 7), undeclared: grants.slice(0, 1) },
    since: accessSince(earlier, grants),
  };
}
