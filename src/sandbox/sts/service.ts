import type { GetCallerIdentityResponse } from "@aws-sdk/client-sts";
import { type Context, type Operation, reading, type Service } from "../service/operation.js";
import { structure } from "../shape/shape.js";

const operations: ReadonlyMap<string, Operation> = new Map([
  ["GetCallerIdentity", reading(structure({}), getCallerIdentity)],
]);

/** Security Token Service: every caller is one user of the management account. */
export const sts: Service = {
  name: "sts",
  operations,
  invalidCode: "ValidationError",
  throttle: "none",
  requestsPerSecond: 0,
};

function getCallerIdentity({ world }: Context): GetCallerIdentityResponse {
  const account = world.organization.managementAccountId;
  return { UserId: "AIDASANDBOXSANDBOXSA", Account: account, Arn: `arn:aws:iam::${account}:user/sandbox` };
}
