import { randomUUID } from "node:crypto";
import type { Context } from "../service/operation.js";
import { type PageRequest, page } from "../service/page.js";
import type { OperationLog, OperationRecord } from "../world/access.js";
import { findInstance, notFound, paging } from "./find.js";
import { inProgress } from "./provisioned.js";

/** How many requests of a kind are remembered; those IN_PROGRESS always are. */
const remembered = 2000;

type Kind = keyof OperationLog;
type Status = "IN_PROGRESS" | "SUCCEEDED" | "FAILED";
type Begun = Pick<OperationRecord, "permissionSetArn" | "accountId" | "principal" | "failure">;

/** Notes a new asynchronous request, which ends after the latency. */
export function begin(context: Context, kind: Kind, begun: Begun): OperationRecord {
  const { now, latencyMs, world } = context;
  const operation = { requestId: randomUUID(), createdAt: now, finishesAt: now + latencyMs, ...begun };
  const log = world.operations[kind];
  log.push(operation);
  if (log.length > 2 * remembered) {
    const recent = log.length - remembered;
    world.operations[kind] = log.filter((old, index) => index >= recent || inProgress(old, now));
  }
  return operation;
}

/** The requests of a kind that are IN_PROGRESS. */
export function running(context: Context, kind: Kind): readonly OperationRecord[] {
  return context.world.operations[kind].filter((operation) => inProgress(operation, context.now));
}

export function statusOf(operation: OperationRecord, now: number): Status {
  if (inProgress(operation, now)) return "IN_PROGRESS";
  return operation.failure === null ? "SUCCEEDED" : "FAILED";
}

export function findOperation(
  context: Context,
  kind: Kind,
  instanceArn: string,
  requestId: string,
): OperationRecord {
  findInstance(context, instanceArn);
  const found = context.world.operations[kind].find((operation) => operation.requestId === requestId);
  if (found === undefined) throw notFound(`No request with id ${requestId} was found.`);
  return found;
}

interface StatusListRequest extends PageRequest {
  readonly InstanceArn: string;
  readonly Filter?: { readonly Status?: Status | undefined } | undefined;
}

/** A page of the requests of a kind, by the status they have now. */
export function listOperations(context: Context, kind: Kind, input: StatusListRequest) {
  findInstance(context, input.InstanceArn);
  const wanted = input.Filter?.Status;
  const all = context.world.operations[kind].filter(
    (operation) => wanted === undefined || statusOf(operation, context.now) === wanted,
  );
  const { items, next } = page(context, input, all, (operation) => operation.requestId, paging);
  const metadata = items.map((operation) => ({
    Status: statusOf(operation, context.now),
    RequestId: operation.requestId,
    CreatedDate: new Date(operation.createdAt),
  }));
  return { metadata, next };
}
