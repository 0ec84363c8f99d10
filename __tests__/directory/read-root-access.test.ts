import {
  EnableOrganizationsRootCredentialsManagementCommand,
  EnableOrganizationsRootSessionsCommand,
  IAMClient,
} from "@aws-sdk/client-iam";
import { EnableAWSServiceAccessCommand } from "@aws-sdk/client-organizations";
import { expect, it } from "vitest";
import { readOrganizationSummary } from "../../src/directory/read-organization.js";
import { readRootAccess } from "../../src/directory/read-root-access.js";
import { clientOptions, connected } from "../sandbox/support.js";
import { throwAway } from "./stub-aws.js";

it("reads which features are on, and that IAM is not trusted yet", async () => {
  const { url, organizations } = await connected();
  const options = { region: "eu-west-1", endpoint: url, credentials: throwAway };
  expect(await readRootAccess(options)).toEqual({ trusted: false, features: [] });
  await organizations.send(new EnableAWSServiceAccessCommand({ ServicePrincipal: "iam.amazonaws.com" }));
  expect(await readRootAccess(options)).toEqual({ trusted: true, features: [] });
  const iam = new IAMClient(clientOptions(url));
  await iam.send(new EnableOrganizationsRootCredentialsManagementCommand({}));
  await iam.send(new EnableOrganizationsRootSessionsCommand({}));
  const features = ["RootCredentialsManagement", "RootSessions"];
  expect(await readRootAccess(options)).toEqual({ trusted: true, features });
});

it("reads the organization itself", async () => {
  const { organizations } = await connected();
  const summary = await readOrganizationSummary({ organizations });
  expect(summary).toEqual({ managementAccountId: "111111111111", allFeatures: true });
});
