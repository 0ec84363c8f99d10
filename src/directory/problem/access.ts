import type { AwsFailure } from "./aws-failure.js";
import type { AwsProblem } from "./problem.js";

const denied = new Set(["AccessDenied", "AccessDeniedException", "AccessDeniedForDependencyException"]);
const otherAccount = new Set([
  "CallerIsNotManagementAccount",
  "AccountNotManagementOrDelegatedAdministrator",
]);
const whyNot: Readonly<Record<string, string>> = {
  "service control policy":
    "a service control policy of the organization forbids it: change that policy or use another role",
  "resource control policy":
    "a resource control policy of the organization forbids it: change that policy or use another role",
  "permissions boundary": "the permissions boundary of the role leaves it out: add it there",
  "session policy": "the session policy of this login leaves it out: sign in without it",
};

/** Refusals for want of permission or for calling from the wrong account; null for any other failure. */
export function explainAccess(failure: AwsFailure): AwsProblem | null {
  const name = failure.name.replace(/Exception$/, "");
  if (name === "AWSOrganizationsNotInUse" || name === "OrganizationNotFound") return notAnOrganization();
  if (name === "OrganizationNotInAllFeaturesMode") return notAllFeatures();
  if (otherAccount.has(name)) return wrongAccount(failure);
  if (!denied.has(failure.name)) return null;
  return isWrongAccount(failure) ? wrongAccount(failure) : accessDenied(failure);
}

function notAnOrganization(): AwsProblem {
  return {
    code: "IDC507",
    message: "this AWS account is not in an organization",
    hint: "use credentials of the organization's management account, or create one with `aws organizations create-organization`",
  };
}

function notAllFeatures(): AwsProblem {
  return {
    code: "IDC507",
    message: "the organization only bills together: it has not all features",
    hint: "run `aws organizations enable-all-features` in the management account; every member account has to agree",
  };
}

/** IAM's refusals name the principal and the action; Organizations' own check of the caller does not. */
function isWrongAccount({ service, message }: AwsFailure): boolean {
  if (/no resource-based policy allows/.test(message)) return true;
  return service === "organizations" && !/is not authorized to perform/.test(message);
}

function wrongAccount(failure: AwsFailure): AwsProblem {
  const { service } = failure;
  return {
    code: "IDC508",
    message: `this account may not read the organization (${actionOf(failure)} was refused)`,
    hint: `use credentials of the management account, or of an account that is delegated administrator of ${service === "iam" ? "IAM" : "both Identity Center and Organizations"}`,
  };
}

function accessDenied(failure: AwsFailure): AwsProblem {
  if (failure.reason?.startsWith("KMS_")) {
    return {
      code: "IDC504",
      message: `${actionOf(failure)} was refused by the KMS key that encrypts Identity Center`,
      hint: "allow kms:Decrypt on that key, in the key's policy and in the role's",
    };
  }
  const cause = Object.keys(whyNot).find(
    (words) => failure.message.includes(`in a ${words}`) || failure.message.includes(`no ${words}`),
  );
  return {
    code: "IDC504",
    message: `access denied: ${actionOf(failure)} is not allowed`,
    hint: (cause && whyNot[cause]) ?? "add this action to the policy of the role you use",
  };
}

/** `sso:ListInstances`: as AWS names it, else put together from the call. */
function actionOf({ message, service, operation }: AwsFailure): string {
  const named = /not authorized to perform:? ([\w-]+:\w+)/.exec(message)?.[1];
  return named ?? [service, operation ?? "the call"].filter((part) => part !== null).join(":");
}
