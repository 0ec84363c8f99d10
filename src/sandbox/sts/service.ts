import type { GetCallerIdentityResponse } from "@aws-sdk/client-sts";
import { type Context, type Operation, reading, type Service } from "../service/operation.js";
import { structure } from "../shape/shape.js";
import { sessionOf } from "./session.js";

const operations: ReadonlyMap<string, Operation> = new Map([
  ["GetCallerIdentity", reading(structure({}), getCallerIdentity)],
]);

/**
 * Security Token Service: a caller is a session of Identity Center when the access key says so, else one
 * user of the management account.
 */
export const sts: Service = {
  name: "sts",
  operations,
  invalidCode: "ValidationError",
  throttle: "none",
  requestsPerSecond: 0,
};

function getCallerIdentity({ world, accessKeyId }: Context): GetCallerIdentityResponse {
  const account = world.organization.managementAccountId;
  const session = sessionOf(world, accessKeyId);
  if (session === null)
    return { UserId: "AIDASANDBOXSANDBOXSA", Account: account, Arn: `arn:aws:iam::${account}:user/sandbox` };
  const { role, userName } = session;
  return {
    UserId: `AROASANDBOXSANDBOXSA:${userName}`,
    Account: account,
    Arn: `arn:aws:sts::${account}:assumed-role/${role}/${userName}`,
  };
}
