import { type Failure, failure } from "../service/failure.js";

const statuses: Readonly<Record<string, number>> = {
  UnauthorizedException: 401,
  AccessDeniedException: 403,
  ResourceNotFoundException: 404,
  ConflictException: 409,
  ThrottlingException: 429,
  NotImplementedException: 501,
  UnknownOperationException: 501,
  ServiceUnavailableException: 503,
};

/** The HTTP status that goes with a code; here they differ, unlike in AWS's other protocols. */
export function scimStatus(code: string): number {
  return statuses[code] ?? (code.startsWith("Internal") ? 500 : 400);
}

/** The body of an error answer, with AWS's own members beside those of the protocol. */
export function errorBody(error: Failure, requestId: string, now: number): object {
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:Error"];
  return {
    schema: schemas,
    schemas,
    detail: error.message,
    status: String(scimStatus(error.code)),
    exceptionRequestId: requestId,
    timeStamp: new Date(now).toISOString().replace("T", " ").slice(0, -1),
  };
}

/** A body, a parameter or a path that is not as AWS wants it. */
export function invalid(message: string): Failure {
  return failure("ValidationException", message);
}

/** A path or a method that AWS does not have. */
export function unsupported(what: string): Failure {
  return failure("NotImplementedException", `${what} is not supported.`);
}
