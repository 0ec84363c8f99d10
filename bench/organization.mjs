/**
 * A large organization as texts: 5 account types of `accountsPerType` accounts, 200 groups, 50 permission sets. By type
 * 50 groups have 2 sets each, so 500 grants per account of a type; by name each account has 10 more.
 */
const TYPES = ["dev", "test", "stage", "prod", "core"];
const GROUPS = 200;
const USERS = 100;
const GROUPS_PER_TYPE = 50;
const STOCK_SETS = [
  "AdministratorAccess",
  "BillingAdministratorAccess",
  "BillingReadOnlyAccess",
  "DNSRecordAdministratorAccess",
  "PowerUserAccess",
  "ReadOnlyAccess",
  "RootAccess",
];
const OWN_SETS = Array.from({ length: 43 }, (_, n) => `Service${number(n, 2)}Operator`);
const SETS = [...STOCK_SETS, ...OWN_SETS];

/** The catalog with its accounts in a static map, and types of globs. */
export function catalogWithMap(accountsPerType) {
  const map = accountsOf(accountsPerType).map(({ name, id }) => `          ${name}: "${id}"`);
  const types = TYPES.map((type) => `          ${type}: { accounts: ["${type}-*"] }`);
  return catalog(
    accountsPerType,
    ["        account_map:", "          full_account_map:", ...map.map(indented)],
    types,
  );
}

/** The catalog without a map: types of organizational units, the last one of tags. */
export function catalogWithUnits(accountsPerType) {
  const types = TYPES.map((type) =>
    type === TYPES.at(-1)
      ? `          ${type}: { tags: { kind: ${type} } }`
      : `          ${type}: { organizational_units: [/Workloads/${type}], recursive: true }`,
  );
  return catalog(accountsPerType, [], types);
}

/** The directory snapshot that `catalogWithUnits` is resolved against. */
export function snapshot(accountsPerType) {
  return JSON.stringify({
    version: 1,
    instance: {
      arn: "arn:aws:sso:::instance/ssoins-7223a1b2c3d4e5f6",
      identityStoreId: "d-9067f0a1b2",
      ownerAccountId: "100000000000",
      region: "us-east-1",
    },
    managementAccountId: "100000000000",
    accounts: accountsOf(accountsPerType).map(({ name, id, type }, n) => ({
      id,
      name,
      status: "ACTIVE",
      ou: `/Workloads/${type}/Team ${n % 10}`,
      ouIds: ["r-ab12", "ou-ab12-workload", `ou-ab12-${type}0000`, `ou-ab12-${type}000${n % 10}`],
      tags: { kind: type, team: `team-${n % 10}` },
    })),
    groups: Array.from({ length: GROUPS }, (_, n) => ({
      id: identity(n),
      displayName: group(n),
      scim: true,
    })),
    users: Array.from({ length: USERS }, (_, n) => ({
      id: identity(GROUPS + n),
      userName: user(n),
      scim: true,
    })),
  });
}

function catalog(accountsPerType, map, types) {
  const lines = [
    "components:",
    "  terraform:",
    "    aws-sso:",
    "      vars:",
    "        region: us-east-1",
    ...map,
    "        permission_sets:",
    ...OWN_SETS.flatMap(ownSet),
    "        account_types:",
    ...types,
    "        account_type_assignments:",
    ...TYPES.flatMap((type, t) => [`          ${type}:`, "            groups:", ...grantsOfType(t)]),
    "        account_assignments:",
    ...accountsOf(accountsPerType).flatMap(grantsOfAccount),
  ];
  return `${lines.join("\n")}\n`;
}

function ownSet(name, n) {
  return [
    `          ${name}:`,
    `            description: Operates service ${n}`,
    "            managed_policies:",
    "              - ReadOnlyAccess",
    "              - job-function/ViewOnlyAccess",
    `            session_duration: PT${1 + (n % 8)}H`,
    "            tags:",
    `              Service: service-${n}`,
    "            inline_policy:",
    '              Version: "2012-10-17"',
    "              Statement:",
    "                - Sid: Restart",
    "                  Effect: Allow",
    "                  Action:",
    "                    - ecs:UpdateService",
    "                    - ecs:DescribeServices",
    "                    - logs:FilterLogEvents",
    "                  Resource:",
    `                    - arn:aws:ecs:us-east-1:*:service/service-${n}/*`,
    `                    - arn:aws:logs:us-east-1:*:log-group:/service-${n}/*`,
  ];
}

function grantsOfType(t) {
  return Array.from({ length: GROUPS_PER_TYPE }, (_, n) => principal(group(firstGroup(t) + n), n + t)).flat();
}

/** Three groups that have nothing by type, and two users, with two sets each. */
function grantsOfAccount({ name, t }, n) {
  const other = (k) => group(firstGroup(t) + GROUPS_PER_TYPE + ((n + 40 * k) % (GROUPS - GROUPS_PER_TYPE)));
  return [
    `          ${name}:`,
    "            groups:",
    ...[0, 1, 2].flatMap((k) => principal(other(k), n + k)),
    "            users:",
    ...[0, 1].flatMap((k) => principal(user((n + 50 * k) % USERS), n + k)),
  ];
}

function principal(name, n) {
  return [
    `              ${name}:`,
    "                permission_sets:",
    `                  - ${SETS[n % SETS.length]}`,
    `                  - ${SETS[(n + 17) % SETS.length]}`,
  ];
}

function accountsOf(accountsPerType) {
  return TYPES.flatMap((type, t) =>
    Array.from({ length: accountsPerType }, (_, n) => ({
      name: `${type}-${number(n, 4)}`,
      id: String(100_000_000_000 + t * 10_000 + n),
      type,
      t,
    })),
  );
}

function firstGroup(t) {
  return (t * GROUPS) / TYPES.length;
}

function group(n) {
  return `Group ${number(n % GROUPS, 3)}`;
}

function user(n) {
  return `person.${number(n, 3)}@example.com`;
}

function identity(n) {
  return `90677c1a2b-11111111-2222-3333-4444-${number(n, 12)}`;
}

function indented(line) {
  return `  ${line}`;
}

function number(n, digits) {
  return String(n).padStart(digits, "0");
}
