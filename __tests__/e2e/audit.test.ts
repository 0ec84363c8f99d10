import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  CreateGroupCommand,
  DeleteGroupCommand,
  DeleteGroupMembershipCommand,
  ListGroupMembershipsCommand,
} from "@aws-sdk/client-identitystore";
import { CloseAccountCommand, OrganizationsClient } from "@aws-sdk/client-organizations";
import {
  AttachManagedPolicyToPermissionSetCommand,
  CreateAccountAssignmentCommand,
  CreatePermissionSetCommand,
  DeleteAccountAssignmentCommand,
  DescribeAccountAssignmentCreationStatusCommand,
  ProvisionPermissionSetCommand,
  PutInlinePolicyToPermissionSetCommand,
  UpdatePermissionSetCommand,
} from "@aws-sdk/client-sso-admin";
import { expect, it, vi } from "vitest";
import { awsManagedPolicies } from "../../src/policy/aws-managed-policies.js";
import { type Aws, startAws } from "./aws.js";
import { exits, type Result } from "./identity.js";
import { createProject } from "./project.js";

const [root, audit, dev, staging, prod] = [
  "111111111111",
  "222222222222",
  "333333333331",
  "333333333333",
  "333333333334",
] as const;
const accounts = {
  "core-root": root,
  "core-audit": audit,
  "plat-dev": dev,
  "plat-staging": staging,
  "plat-prod": prod,
};
const oops = { Sid: "Oops", Effect: "Allow", Action: "*", Resource: "*" };
const everything = JSON.stringify({
  Version: "2012-10-17",
  Statement: [oops],
});
const baseline = `version: 1
accept:
  - { finding: IDC605/-/-/-/ByHand, reason: of the vendor, until: 2999-12-31 }
`;
const jane = "jane@example.com";
const assumeRoot = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Action: "sts:AssumeRoot",
      Resource: "arn:aws:iam::*:root",
      Condition: {
        ArnEquals: { "sts:TaskPolicyArn": "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials" },
      },
    },
  ],
};

/** What the catalog says of plat-dev's ends, by who has it, and of plat-staging. */
interface Said {
  readonly ends: Readonly<Record<string, string>>;
  readonly staging: string;
}

function catalog({ ends, staging }: Said): string {
  const look = { permission_sets: ["Look"] };
  const until = (who: string) => (ends[who] === undefined ? look : { ...look, expires_at: ends[who] });
  const vars = {
    enabled: true,
    region: "us-east-1",
    account_map: { full_account_map: accounts },
    required_groups: ["Managers"],
    expiry_warning_days: 14,
    permission_sets: { Look: { description: "Look at things" }, Rooted: { inline_policy: assumeRoot } },
    account_assignments: {
      "core-root": { groups: { Managers: { permission_sets: ["Rooted"] } } },
      "core-audit": { groups: { DevOps: look } },
      "plat-dev": {
        groups: { BillingAdmin: look, Developers: look, DevOps: until("DevOps") },
        users: { [jane]: until(jane) },
      },
      "plat-staging": { groups: { [staging]: look } },
      "plat-prod": { groups: { Developers: look } },
    },
  };
  return JSON.stringify({ components: { terraform: { "aws-sso": { vars } } } }, null, 2);
}

/** A finding of `identity audit --format json`. */
interface Found {
  readonly key: string;
  readonly code: string;
  readonly severity: string;
  readonly hint: string;
  readonly details: readonly string[];
}

function found(result: Result): readonly Found[] {
  return (JSON.parse(result.stdout) as { findings: readonly Found[] }).findings;
}

/** What a person or another tool does with the SDK or the console. */
function person({ sso, store, instanceArn: InstanceArn, identityStoreId: IdentityStoreId }: Aws) {
  const grantOf = (AccountId: string, arn: string, PrincipalId: string) => ({
    ...{ InstanceArn, TargetType: "AWS_ACCOUNT" as const, TargetId: AccountId },
    ...{ PermissionSetArn: arn, PrincipalType: "GROUP" as const, PrincipalId },
  });
  return {
    async give(account: string, arn: string, id: string): Promise<void> {
      const made = await sso.send(new CreateAccountAssignmentCommand(grantOf(account, arn, id)));
      const { RequestId: AccountAssignmentCreationRequestId } = made.AccountAssignmentCreationStatus ?? {};
      const input = { InstanceArn, AccountAssignmentCreationRequestId };
      await vi.waitFor(async () => {
        const { AccountAssignmentCreationStatus: status } = await sso.send(
          new DescribeAccountAssignmentCreationStatusCommand(input),
        );
        expect(status).toMatchObject({ Status: "SUCCEEDED" });
      });
    },
    take: (account: string, arn: string, id: string) =>
      sso.send(new DeleteAccountAssignmentCommand(grantOf(account, arn, id))),
    async makeSet(Name: string): Promise<string> {
      const made = await sso.send(new CreatePermissionSetCommand({ InstanceArn, Name }));
      return made.PermissionSet?.PermissionSetArn ?? "";
    },
    async makeGroup(DisplayName: string): Promise<string> {
      const made = await store.send(new CreateGroupCommand({ IdentityStoreId, DisplayName }));
      return made.GroupId ?? "";
    },
    deleteGroup: (GroupId: string) => store.send(new DeleteGroupCommand({ IdentityStoreId, GroupId })),
    async emptyGroup(GroupId: string): Promise<void> {
      const { GroupMemberships = [] } = await store.send(
        new ListGroupMembershipsCommand({ IdentityStoreId, GroupId }),
      );
      for (const { MembershipId } of GroupMemberships) {
        await store.send(new DeleteGroupMembershipCommand({ IdentityStoreId, MembershipId }));
      }
    },
  };
}

it("finds everything that people and other tools did after a deploy, and says how to undo it", async () => {
  const aws = await startAws();
  const project = await createProject(aws.url, catalog({ ends: {}, staging: "Developers" }));
  exits(await project.identity("deploy", "--auto-approve"), 0);
  expect(exits(await project.identity("audit"), 0).stdout).toContain("8 grants declared, 8 in AWS");

  await meddle(aws);
  const soon = new Date(Date.now() + 5 * 86_400_000).toISOString();
  await project.writeCatalog(catalog({ ends: { DevOps: "2026-01-31", [jane]: soon }, staging: "DevOps" }));
  const audited = exits(await project.identity("audit", "--format", "json", "--out", "reports"), 2);
  const findings = found(audited);
  const gone = "[0-9a-f-]{47}";
  expect(findings.map(({ severity, key }) => `${severity} ${key}`)).toEqual([
    `error IDC601/${prod}/GROUP/Developers/Look`,
    `error IDC602/${prod}/GROUP/DevOps/Look`,
    "error IDC604/-/GROUP/BillingAdmin/-",
    "error IDC606/-/-/-/Look",
    `error IDC608/${dev}/GROUP/DevOps/Look`,
    `error IDC614/${dev}/GROUP/Managers/Rooted`,
    expect.stringMatching(new RegExp(`^warning IDC603/${root}/GROUP/${gone}/Look$`)),
    "warning IDC605/-/-/-/ByHand",
    "warning IDC607/-/-/-/ByHand",
    "warning IDC607/-/-/-/Look",
    "warning IDC610/-/GROUP/Managers/-",
    "warning IDC611/-/GROUP/BillingAdmin/-",
    `warning IDC612/${audit}/-/-/-`,
    "warning IDC615/-/-/-/ByHand/managed policies per permission set",
    `info IDC609/-/USER/${jane}/Look`,
    `info IDC613/-/USER/${jane}/-`,
    "info IDC616/-/-/-/Look",
    "info IDC617/-/-/-/-",
  ]);
  expect(findings.find(({ code }) => code === "IDC606")?.details).toEqual([
    "- session PT1H",
    "+ session PT8H",
    `+ statement ${JSON.stringify(oops)}`,
    "+ policy version 2012-10-17",
  ]);
  const formats = ["actual.csv", "audit.json", "audit.md", "audit.sarif", "audit.txt", "expected.csv"];
  expect(await project.files("reports")).toEqual(formats);

  // The commands in the hints do what they say, and a baseline takes out what people live with.
  // An account that a set is just leaving would make its provisioning fail.
  for (const { hint } of findings.toReversed()) await obey(aws, hint);
  await writeFile(join(project.folder, "catalog/audit-baseline.yaml"), baseline);
  const later = exits(await project.identity("audit", "--no-state", "--format", "json"), 2);
  expect(found(later).map(({ code }) => code)).toEqual(
    ["601", "601", "606", "608", "603", "610", "611", "612", "615", "609", "613"].map((code) => `IDC${code}`),
  );
  expect(JSON.parse(later.stdout)).toMatchObject({
    counts: { accepted: 1 },
    accepted: [{ key: "IDC605/-/-/-/ByHand", reason: "of the vendor", until: "2999-12-31" }],
  });
});

/** Each kind of thing that an audit finds, done behind Terraform's back. */
async function meddle(aws: Aws): Promise<void> {
  const { sso, instanceArn: InstanceArn } = aws;
  const somebody = person(aws);
  const [sets, groups] = [await aws.sets(), await aws.groups()];
  const [look, rooted] = [sets.get("Look") ?? "", sets.get("Rooted") ?? ""];
  const id = (group: string): string => groups.get(group) ?? "";
  await somebody.take(prod, look, id("Developers"));
  await somebody.give(prod, look, id("DevOps"));
  const temps = await somebody.makeGroup("Temps");
  await somebody.give(root, look, temps);
  await somebody.deleteGroup(temps);
  await somebody.deleteGroup(id("BillingAdmin"));
  await somebody.makeGroup("BillingAdmin");
  const byHand = await somebody.makeSet("ByHand");
  await somebody.give(dev, byHand, id("DevOps"));
  for (const name of awsManagedPolicies.slice(0, 21)) {
    const policy = { ManagedPolicyArn: `arn:aws:iam::aws:policy/${name}` };
    await sso.send(
      new AttachManagedPolicyToPermissionSetCommand({ InstanceArn, PermissionSetArn: byHand, ...policy }),
    );
  }
  const set = { InstanceArn, PermissionSetArn: look };
  await sso.send(new UpdatePermissionSetCommand({ ...set, SessionDuration: "PT8H" }));
  await sso.send(new PutInlinePolicyToPermissionSetCommand({ ...set, InlinePolicy: everything }));
  await somebody.emptyGroup(id("Managers"));
  await somebody.give(dev, rooted, id("Managers"));
  await somebody.take(staging, look, id("Developers"));
  await somebody.give(staging, look, id("DevOps"));
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const organizations = new OrganizationsClient({ endpoint: aws.url, region: "us-east-1", credentials });
  await organizations.send(new CloseAccountCommand({ AccountId: audit }));
  organizations.destroy();
}

/** Runs the command of the AWS CLI in a hint, if there is one, with the SDK. */
async function obey({ sso }: Aws, hint: string): Promise<void> {
  const option = (name: string): string => new RegExp(`--${name} (\\S+)`).exec(hint)?.[1] ?? "";
  const key = { InstanceArn: option("instance-arn"), PermissionSetArn: option("permission-set-arn") };
  const target = { TargetType: "AWS_ACCOUNT", TargetId: option("target-id") } as const;
  const PrincipalType = option("principal-type") as "GROUP";
  if (hint.includes("aws sso-admin delete-account-assignment")) {
    const who = { PrincipalType, PrincipalId: option("principal-id") };
    await sso.send(new DeleteAccountAssignmentCommand({ ...key, ...target, ...who }));
  }
  if (hint.includes("aws sso-admin provision-permission-set")) {
    await sso.send(new ProvisionPermissionSetCommand({ ...key, TargetType: "ALL_PROVISIONED_ACCOUNTS" }));
  }
}
