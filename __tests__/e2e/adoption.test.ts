import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CreateGroupCommand, UpdateGroupCommand } from "@aws-sdk/client-identitystore";
import {
  AttachCustomerManagedPolicyReferenceToPermissionSetCommand,
  AttachManagedPolicyToPermissionSetCommand,
  CreateAccountAssignmentCommand,
  CreatePermissionSetCommand,
  PutInlinePolicyToPermissionSetCommand,
  PutPermissionsBoundaryToPermissionSetCommand,
} from "@aws-sdk/client-sso-admin";
import { expect, it } from "vitest";
import { type Aws, startAws } from "./aws.js";
import { credentialsFor, exits } from "./identity.js";
import { catalogText, createProject, groups } from "./project.js";

const dev = "333333333331";
const viewOnly = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess";
const inlinePolicy = {
  Version: "2012-10-17",
  Statement: [{ Sid: "See", Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" }],
};

const catalog = catalogText({
  accounts: { "plat-dev": dev },
  sets: {
    Look: {
      description: "Look at things",
      managed_policies: [viewOnly],
      customer_managed_policies: [{ name: "Extra", path: "/own/" }],
      inline_policy: inlinePolicy,
      permissions_boundary: { managed_policy: viewOnly },
    },
  },
  groups: ["Auditors"],
  assignments: { "plat-dev": groups({ Developers: ["Look"], Auditors: ["Look"] }) },
});

it("adopts what somebody made by hand; refuses renamed groups and the state of another instance", async () => {
  const aws = await startAws();
  const arn = await makeByHand(aws);
  const project = await createProject(aws.url, catalog);

  const deployed = exits(await project.identity("deploy", "--auto-approve"), 0);
  expect(deployed.stdout).toContain(
    "2 grants adopted\n  = Auditors    -> plat-dev  Look\n  = Developers  -> plat-dev  Look\n",
  );
  expect(deployed.stdout).toContain("1 permission set adopted\n  = Look: 1 account, 2 groups\n");
  expect(deployed.stdout).toContain("1 group adopted\n  = Auditors\n");
  expect(deployed.stdout).toContain("0 to change, 0 to replace, 0 to destroy, 8 to adopt\n");
  expect(deployed.stdout).toContain("planned again: no changes");
  expect((await aws.sets()).get("Look")).toBe(arn);
  expect(await aws.assignments()).toEqual([`${dev} Auditors Look`, `${dev} Developers Look`]);
  expect(await aws.requests("sso-admin.CreateAccountAssignment")).toBe(2);

  // The identity provider gives the group another name: its access must not be taken away.
  const IdentityStoreId = aws.identityStoreId;
  const GroupId = (await aws.groups()).get("Developers") ?? "";
  const Operations = [{ AttributePath: "displayName", AttributeValue: "Engineers" }];
  await aws.store.send(new UpdateGroupCommand({ IdentityStoreId, GroupId, Operations }));
  await project.writeCatalog(catalog.replaceAll("Developers", "Engineers"));
  const granted = [`${dev} Auditors Look`, `${dev} Engineers Look`];
  const renamed = exits(await project.identity("plan"), 4);
  expect(renamed.stderr).toContain("error IDC408: the plan would take away access that it also gives: ");
  expect(await aws.assignments()).toEqual(granted);

  // What the hint says helps.
  const line = /`(- \{ from: .*)`/.exec(renamed.stderr)?.[1] ?? "no line";
  await writeFile(join(project.folder, "catalog/moves.yaml"), `version: 1\nmoved:\n  ${line}\n`);
  const moved = exits(await project.identity("plan"), 2);
  expect(moved.stdout).toContain(
    "Terraform: 0 to add, 0 to change, 0 to replace, 0 to destroy, 0 to adopt, 1 to move\n",
  );
  expect(moved.stdout).not.toContain("grant");
  expect(await aws.assignments()).toEqual(granted);

  const other = await startAws();
  const elsewhere = exits(
    await project.withEnv(credentialsFor(other.url)).identity("deploy", "--auto-approve"),
    4,
  );
  expect(elsewhere.stdout).toBe("");
  expect(elsewhere.stderr).toContain(
    `error IDC406: the state belongs to instance ${aws.instanceArn}, but ${other.instanceArn} answers\n`,
  );
  expect([...(await other.sets()).keys()]).toEqual([]);
});

/** Everything the catalog says of the set Look, its group and its grants, as the console would make it. */
async function makeByHand(aws: Aws): Promise<string> {
  const InstanceArn = aws.instanceArn;
  const created = await aws.sso.send(
    new CreatePermissionSetCommand({ InstanceArn, Name: "Look", Description: "Look at things" }),
  );
  const PermissionSetArn = created.PermissionSet?.PermissionSetArn ?? "";
  const set = { InstanceArn, PermissionSetArn };
  await aws.sso.send(new AttachManagedPolicyToPermissionSetCommand({ ...set, ManagedPolicyArn: viewOnly }));
  await aws.sso.send(
    new AttachCustomerManagedPolicyReferenceToPermissionSetCommand({
      ...set,
      CustomerManagedPolicyReference: { Name: "Extra", Path: "/own/" },
    }),
  );
  await aws.sso.send(
    new PutInlinePolicyToPermissionSetCommand({ ...set, InlinePolicy: JSON.stringify(inlinePolicy) }),
  );
  await aws.sso.send(
    new PutPermissionsBoundaryToPermissionSetCommand({
      ...set,
      PermissionsBoundary: { ManagedPolicyArn: viewOnly },
    }),
  );
  const { GroupId } = await aws.store.send(
    new CreateGroupCommand({ IdentityStoreId: aws.identityStoreId, DisplayName: "Auditors" }),
  );
  for (const PrincipalId of [GroupId, (await aws.groups()).get("Developers")]) {
    const target = { TargetType: "AWS_ACCOUNT", TargetId: dev, PrincipalType: "GROUP" } as const;
    await aws.sso.send(new CreateAccountAssignmentCommand({ ...set, ...target, PrincipalId }));
  }
  return PermissionSetArn;
}
