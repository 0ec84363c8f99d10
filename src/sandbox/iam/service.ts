import { type Operation, reading, type Service, writing } from "../service/operation.js";
import { structure } from "../shape/shape.js";
import { disable, enable, listFeatures } from "./organizations-features.js";

const nothing = structure({});

const operations: ReadonlyMap<string, Operation> = new Map([
  ["ListOrganizationsFeatures", reading(nothing, listFeatures)],
  ["EnableOrganizationsRootCredentialsManagement", writing(nothing, enable("RootCredentialsManagement"))],
  ["EnableOrganizationsRootSessions", writing(nothing, enable("RootSessions"))],
  ["DisableOrganizationsRootCredentialsManagement", writing(nothing, disable("RootCredentialsManagement"))],
  ["DisableOrganizationsRootSessions", writing(nothing, disable("RootSessions"))],
]);

/** Of IAM, what centralizes root access; its caller is the management account. */
export const iam: Service = {
  name: "iam",
  operations,
  invalidCode: "ValidationError",
  throttle: "none",
  requestsPerSecond: 0,
};
