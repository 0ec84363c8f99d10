import * as sso from "@aws-sdk/client-sso-admin";
import { describe, expect, it } from "vitest";
import { connected, errorName } from "./support.js";

const allow = { Effect: "Allow", Action: "s3:*", Resource: "*" };

async function withSet() {
  const aws = await connected();
  const ids = { InstanceArn: aws.InstanceArn, PermissionSetArn: await aws.createSet("Set") };
  return { aws, ids };
}

describe("managed policies", () => {
  it("are attached once, listed and detached once", async () => {
    const { aws, ids } = await withSet();
    const policy = { ...ids, ManagedPolicyArn: "arn:aws:iam::aws:policy/job-function/Billing" };
    const attach = () => aws.sso.send(new sso.AttachManagedPolicyToPermissionSetCommand(policy));
    const detach = () => aws.sso.send(new sso.DetachManagedPolicyFromPermissionSetCommand(policy));
    await attach();
    expect(await errorName(attach())).toBe("ConflictException");
    const listed = await aws.sso.send(new sso.ListManagedPoliciesInPermissionSetCommand(ids));
    expect(listed.AttachedManagedPolicies).toEqual([{ Name: "Billing", Arn: policy.ManagedPolicyArn }]);
    await detach();
    expect(await errorName(detach())).toBe("ResourceNotFoundException");
  });

  it("are named by an ARN of AWS", async () => {
    const { aws, ids } = await withSet();
    const policy = { ...ids, ManagedPolicyArn: "arn:aws:iam::111111111111:policy/Mine" };
    const attached = aws.sso.send(new sso.AttachManagedPolicyToPermissionSetCommand(policy));
    expect(await errorName(attached)).toBe("ValidationException");
  });

  it("are 25 at most, together with customer managed ones", async () => {
    const { aws, ids } = await withSet();
    for (let index = 0; index < 24; index++) {
      const ManagedPolicyArn = `arn:aws:iam::aws:policy/Policy${index}`;
      await aws.sso.send(new sso.AttachManagedPolicyToPermissionSetCommand({ ...ids, ManagedPolicyArn }));
    }
    const attach = (Name: string) =>
      aws.sso.send(
        new sso.AttachCustomerManagedPolicyReferenceToPermissionSetCommand({
          ...ids,
          CustomerManagedPolicyReference: { Name },
        }),
      );
    expect(await errorName(attach("Mine25"))).toBe("none");
    expect(await errorName(attach("Mine26"))).toBe("ServiceQuotaExceededException");
  });
});

describe("customer managed policies", () => {
  it("are told apart by path and name, and the path is / by default", async () => {
    const { aws, ids } = await withSet();
    const reference = (CustomerManagedPolicyReference: sso.CustomerManagedPolicyReference) => ({
      ...ids,
      CustomerManagedPolicyReference,
    });
    const attach = sso.AttachCustomerManagedPolicyReferenceToPermissionSetCommand;
    const detach = sso.DetachCustomerManagedPolicyReferenceFromPermissionSetCommand;
    await aws.sso.send(new attach(reference({ Name: "Mine" })));
    await aws.sso.send(new attach(reference({ Name: "Mine", Path: "/team/" })));
    expect(await errorName(aws.sso.send(new attach(reference({ Name: "Mine", Path: "/" }))))).toBe(
      "ConflictException",
    );
    await aws.sso.send(new detach(reference({ Name: "Mine", Path: "/" })));
    const listed = await aws.sso.send(new sso.ListCustomerManagedPolicyReferencesInPermissionSetCommand(ids));
    expect(listed.CustomerManagedPolicyReferences).toEqual([{ Name: "Mine", Path: "/team/" }]);
    expect(await errorName(aws.sso.send(new detach(reference({ Name: "Mine" }))))).toBe(
      "ResourceNotFoundException",
    );
  });
});

describe("the inline policy", () => {
  const document = JSON.stringify({ Version: "2012-10-17", Statement: [allow] });

  it("is empty text, then what was put, then gone", async () => {
    const { aws, ids } = await withSet();
    const get = async () =>
      (await aws.sso.send(new sso.GetInlinePolicyForPermissionSetCommand(ids))).InlinePolicy;
    expect(await get()).toBe("");
    await aws.sso.send(new sso.PutInlinePolicyToPermissionSetCommand({ ...ids, InlinePolicy: document }));
    expect(await get()).toBe(document);
    await aws.sso.send(new sso.DeleteInlinePolicyFromPermissionSetCommand(ids));
    expect(await get()).toBe("");
    expect(await errorName(aws.sso.send(new sso.DeleteInlinePolicyFromPermissionSetCommand(ids)))).toBe(
      "ResourceNotFoundException",
    );
  });

  const padded = (characters: number) =>
    JSON.stringify({ Version: "2012-10-17", Statement: [{ ...allow, Sid: "x".repeat(characters) }] });
  const overhead = padded(0).length;

  it.each([
    ["10,240 dense bytes", padded(10_240 - overhead), "none"],
    ["10,241 dense bytes", padded(10_241 - overhead), "ValidationException"],
    ["32,768 bytes with white space", document.padEnd(32_768), "none"],
    ["32,769 bytes with white space", document.padEnd(32_769), "ValidationException"],
    ["text that is not JSON", "{", "ValidationException"],
    ["a list", "[]", "ValidationException"],
    ["no statement", '{"Version":"2012-10-17"}', "ValidationException"],
    ["another version", document.replace("2012-10-17", "2013-01-01"), "ValidationException"],
    ["another effect", document.replace("Allow", "Permit"), "ValidationException"],
    ["no action", document.replace("Action", "Akzion"), "ValidationException"],
    ["no resource", document.replace("Resource", "Ressource"), "ValidationException"],
    ["a principal", document.replace('"Action"', '"Principal":"*","Action"'), "ValidationException"],
    ["a character outside Latin-1", document.replace("s3:*", "s3:\u2014"), "ValidationException"],
  ])("with %s", async (_what, InlinePolicy, outcome) => {
    const { aws, ids } = await withSet();
    const put = aws.sso.send(new sso.PutInlinePolicyToPermissionSetCommand({ ...ids, InlinePolicy }));
    expect(await errorName(put)).toBe(outcome);
  });
});

describe("the permissions boundary", () => {
  it("is absent, then what was put last, then absent", async () => {
    const { aws, ids } = await withSet();
    const get = () => aws.sso.send(new sso.GetPermissionsBoundaryForPermissionSetCommand(ids));
    const put = (PermissionsBoundary: sso.PermissionsBoundary) =>
      aws.sso.send(new sso.PutPermissionsBoundaryToPermissionSetCommand({ ...ids, PermissionsBoundary }));
    const remove = () => aws.sso.send(new sso.DeletePermissionsBoundaryFromPermissionSetCommand(ids));
    expect(await errorName(get())).toBe("ResourceNotFoundException");
    const arn = "arn:aws:iam::aws:policy/PowerUserAccess";
    await put({ ManagedPolicyArn: arn });
    expect((await get()).PermissionsBoundary).toEqual({ ManagedPolicyArn: arn });
    await put({ CustomerManagedPolicyReference: { Name: "Edge" } });
    const reference = { Name: "Edge", Path: "/" };
    expect((await get()).PermissionsBoundary).toEqual({ CustomerManagedPolicyReference: reference });
    const both = put({ ManagedPolicyArn: arn, CustomerManagedPolicyReference: reference });
    expect(await errorName(both)).toBe("ValidationException");
    expect(await errorName(put({}))).toBe("ValidationException");
    await remove();
    expect(await errorName(get())).toBe("ResourceNotFoundException");
    expect(await errorName(remove())).toBe("ResourceNotFoundException");
  });
});
