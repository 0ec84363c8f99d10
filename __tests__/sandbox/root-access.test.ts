import {
  DisableOrganizationsRootSessionsCommand,
  EnableOrganizationsRootCredentialsManagementCommand,
  EnableOrganizationsRootSessionsCommand,
  IAMClient,
  ListOrganizationsFeaturesCommand,
} from "@aws-sdk/client-iam";
import {
  DisableAWSServiceAccessCommand,
  EnableAWSServiceAccessCommand,
  ListAWSServiceAccessForOrganizationCommand,
} from "@aws-sdk/client-organizations";
import { expect, it } from "vitest";
import { clientOptions, connected, errorName } from "./support.js";

const ServicePrincipal = "iam.amazonaws.com";

it("centralizes root access once Organizations trusts IAM, feature by feature", async () => {
  const { url, organizations } = await connected();
  const iam = new IAMClient(clientOptions(url));
  const features = async () =>
    (await iam.send(new ListOrganizationsFeaturesCommand({}))).EnabledFeatures ?? [];
  expect(await errorName(features())).toMatch(/^ServiceAccessNotEnabled/);
  const enableSessions = () => iam.send(new EnableOrganizationsRootSessionsCommand({}));
  expect(await errorName(enableSessions())).toMatch(/^ServiceAccessNotEnabled/);
  await organizations.send(new EnableAWSServiceAccessCommand({ ServicePrincipal }));
  expect(await features()).toEqual([]);
  await enableSessions();
  const both = await iam.send(new EnableOrganizationsRootCredentialsManagementCommand({}));
  expect(both).toMatchObject({ OrganizationId: expect.stringMatching(/^o-/) });
  expect(await features()).toEqual(["RootCredentialsManagement", "RootSessions"]);
  await iam.send(new DisableOrganizationsRootSessionsCommand({}));
  expect(await features()).toEqual(["RootCredentialsManagement"]);
});

it("trusts a service once, and no more when that was taken back", async () => {
  const { organizations } = await connected();
  const trusted = async () => {
    const answer = await organizations.send(new ListAWSServiceAccessForOrganizationCommand({}));
    return answer.EnabledServicePrincipals?.map((service) => service.ServicePrincipal);
  };
  for (const _again of [1, 2]) {
    await organizations.send(new EnableAWSServiceAccessCommand({ ServicePrincipal }));
    expect(await trusted()).toEqual([ServicePrincipal, "sso.amazonaws.com"]);
  }
  await organizations.send(new DisableAWSServiceAccessCommand({ ServicePrincipal }));
  expect(await trusted()).toEqual(["sso.amazonaws.com"]);
});
