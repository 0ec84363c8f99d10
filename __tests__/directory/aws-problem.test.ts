import * as iam from "@aws-sdk/client-iam";
import * as identityStore from "@aws-sdk/client-identitystore";
import * as organizations from "@aws-sdk/client-organizations";
import * as ssoAdmin from "@aws-sdk/client-sso-admin";
import * as sts from "@aws-sdk/client-sts";
import { afterEach, describe, expect, it } from "vitest";
import { explainAwsError } from "../../src/directory/aws-problem.js";
import { type StubAws, startStub, stubError } from "./stub-aws.js";

const $metadata = { httpStatusCode: 400 };
const region = "us-east-1";
const user = "User: arn:aws:sts::111111111111:assumed-role/Plan/jane";
const noPolicy = `because no identity-based policy allows the action`;

describe("explainAwsError, by the SDK's own error classes", () => {
  it.each<readonly [string, Error, string, RegExp, RegExp]>([
    [
      "an action that no policy allows",
      new ssoAdmin.AccessDeniedException({
        message: `${user} is not authorized to perform: sso:ListInstances on resource: * ${noPolicy}`,
        $metadata,
      }),
      "IDC504",
      /access denied: sso:ListInstances/,
      /policy of the role/,
    ],
    [
      "a service control policy",
      new identityStore.AccessDeniedException({
        message: `${user} is not authorized to perform: identitystore:ListGroups with an explicit deny in a service control policy`,
        $metadata,
      }),
      "IDC504",
      /identitystore:ListGroups/,
      /service control policy/,
    ],
    [
      "the key of Identity Center",
      new ssoAdmin.AccessDeniedException({ message: "no", Reason: "KMS_AccessDeniedException", $metadata }),
      "IDC504",
      /KMS key/,
      /kms:Decrypt/,
    ],
    [
      "an account that the instance is not shared with",
      new ssoAdmin.AccessDeniedException({
        message: `${user} is not authorized to perform: sso:ListPermissionSets because no resource-based policy allows it`,
        $metadata,
      }),
      "IDC508",
      /sso:ListPermissionSets/,
      /delegated administrator/,
    ],
    [
      "no organization",
      new organizations.AWSOrganizationsNotInUseException({ message: "not in use", $metadata }),
      "IDC507",
      /not in an organization/,
      /management account/,
    ],
    [
      "an organization without all features",
      new iam.OrganizationNotInAllFeaturesModeException({ message: "no", $metadata }),
      "IDC507",
      /only bills together/,
      /enable-all-features/,
    ],
    [
      "IAM without an organization",
      new iam.OrganizationNotFoundException({ message: "no", $metadata }),
      "IDC507",
      /not in an organization/,
      /management account/,
    ],
    [
      "an account that may not ask IAM about root access",
      new iam.AccountNotManagementOrDelegatedAdministratorException({ message: "no", $metadata }),
      "IDC508",
      /may not read the organization/,
      /management account/,
    ],
    [
      "throttling of sso-admin",
      new ssoAdmin.ThrottlingException({ message: "Rate exceeded", $metadata }),
      "IDC509",
      /kept throttling ListInstances/,
      /wait/,
    ],
    [
      "throttling of organizations",
      new organizations.TooManyRequestsException({ message: "", $metadata }),
      "IDC509",
      /kept throttling/,
      /wait/,
    ],
    [
      "an expired web identity",
      new sts.ExpiredTokenException({ message: "expired", $metadata }),
      "IDC502",
      /session has expired/,
      /aws sso login/,
    ],
    [
      "a failure of AWS",
      new identityStore.InternalServerException({ message: "oops", $metadata: { httpStatusCode: 500 } }),
      "IDC500",
      /InternalServerException: oops/,
      /on AWS's side/,
    ],
    [
      "anything else",
      new ssoAdmin.ValidationException({ message: "bad arn", $metadata }),
      "IDC500",
      /ListInstances failed: ValidationException: bad arn/,
      /API reference/,
    ],
  ])("%s", (_what, error, code, message, hint) => {
    const problem = explainAwsError(error, { region, operation: "ListInstances" });
    expect(problem).toEqual({
      code,
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    });
  });

  it("takes what is not an error at all", () => {
    expect(explainAwsError("boom", { region }).message).toBe("a call of AWS failed: Error: boom");
    expect(explainAwsError(undefined, { region }).code).toBe("IDC500");
  });
});

describe("explainAwsError, by what AWS answers", () => {
  let stub: StubAws | undefined;

  afterEach(async () => {
    await stub?.close();
  });

  async function answer(type: string, message: string) {
    stub = await startStub(() => stubError(type, message));
    const error = await stub.clients.organizations
      .send(new organizations.ListRootsCommand({}))
      .catch((e: unknown) => e);
    return explainAwsError(error, { region, endpoint: stub.url });
  }

  it.each([
    ["ExpiredTokenException", "The security token included in the request is expired", "IDC502"],
    ["UnrecognizedClientException", "The security token included in the request is invalid.", "IDC503"],
    ["InvalidSignatureException", "The request signature we calculated does not match", "IDC503"],
    ["AWSOrganizationsNotInUseException", "Your account is not a member of an organization.", "IDC507"],
    ["AccessDeniedException", "You don't have permissions to access this resource.", "IDC508"],
    ["AccessDeniedException", `${user} is not authorized to perform: organizations:ListRoots`, "IDC504"],
  ])("%s: %s", async (type, message, code) => {
    expect(await answer(type, message)).toMatchObject({ code });
  });

  it("names the call even when AWS does not", async () => {
    const { message } = await answer("AccessDeniedException", "You don't have permissions.");
    expect(message).toContain("organizations:ListRoots");
  });

  it("blames the clock for a signature from another time", async () => {
    const problem = await answer("RequestTimeTooSkewed", "too far");
    expect(problem).toMatchObject({ code: "IDC503", message: expect.stringContaining("clock") });
  });

  it("never shows secrets that AWS or a proxy repeats", async () => {
    const token = "IQoJb3JpZ2luX2VjEJb//////////wEaCXVzLWVhc3QtMSJHMEUCIQ==";
    const secrets = [token, "AKIAIOSFODNN7EXAMPLE", "hunter2", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"];
    const problem = await answer(
      "ValidationException",
      `token ${token} of AKIAIOSFODNN7EXAMPLE\nwJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY via http://jane:hunter2@proxy`,
    );
    expect(problem.message).toContain("ValidationException: token [hidden] of [hidden] [hidden] via");
    for (const secret of secrets) expect(JSON.stringify(problem)).not.toContain(secret);
  });
});
