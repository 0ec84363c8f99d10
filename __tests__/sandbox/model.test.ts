import * as iamModel from "@aws-sdk/client-iam";
import * as identityStoreModel from "@aws-sdk/client-identitystore";
import * as organizationsModel from "@aws-sdk/client-organizations";
import * as ssoAdminModel from "@aws-sdk/client-sso-admin";
import * as stsModel from "@aws-sdk/client-sts";
import { describe, expect, it } from "vitest";
import { iam } from "../../src/sandbox/iam/service.js";
import { identityStore } from "../../src/sandbox/identity-store/service.js";
import { organizations } from "../../src/sandbox/organizations/service.js";
import { integer, structure, text } from "../../src/sandbox/shape/shape.js";
import { ssoAdmin } from "../../src/sandbox/sso-admin/service.js";
import { sts } from "../../src/sandbox/sts/service.js";
import { disagreements, inputSchema } from "./sdk-schema.js";

const services = [
  { service: ssoAdmin, model: ssoAdminModel, atLeast: 35 },
  { service: identityStore, model: identityStoreModel, atLeast: 18 },
  { service: organizations, model: organizationsModel, atLeast: 16 },
  { service: iam, model: iamModel, atLeast: 5 },
  { service: sts, model: stsModel, atLeast: 1 },
];

describe.each(services)("$service.name against the API model of the SDK", ({ service, model, atLeast }) => {
  it("has the operations it should", () => {
    expect(service.operations.size).toBeGreaterThanOrEqual(atLeast);
  });

  it.each([...service.operations.keys()])("%s exists there and agrees on every member", (name) => {
    const schema = inputSchema(model, name);
    expect(schema).not.toBeNull();
    const shape = service.operations.get(name)?.input ?? structure({});
    expect(disagreements(shape, schema, name)).toEqual([]);
  });
});

describe("the comparison itself", () => {
  const schema = inputSchema(ssoAdminModel, "DescribePermissionSet");
  const arns = { InstanceArn: text(1, 9), PermissionSetArn: text(1, 9) };

  it("finds an operation that is not in the model", () => {
    expect(inputSchema(ssoAdminModel, "DescribePermissionSets")).toBeNull();
  });

  it.each([
    ["an unknown member", structure(arns, { Name: text(1, 9) })],
    ["a missing member", structure({ InstanceArn: text(1, 9) })],
    ["a required member that is optional here", structure({ InstanceArn: text(1, 9) }, arns)],
    ["a member of another type", structure({ ...arns, InstanceArn: integer(1, 2) })],
  ])("finds %s", (_what, shape) => {
    expect(disagreements(shape, schema, "it")).not.toEqual([]);
  });
});
