import type { Operation, Service } from "../service/operation.js";

const operations: ReadonlyMap<string, Operation> = new Map();

/** IAM: no operation yet, so that each answers as an unknown one. */
export const iam: Service = {
  name: "iam",
  operations,
  invalidCode: "ValidationError",
  throttle: "none",
  requestsPerSecond: 0,
};
