import type { PolicyJson } from "../../../src/policy/policy-json.js";

/** A document of these statements. */
export function policy(...statements: readonly unknown[]): PolicyJson {
  return { Version: "2012-10-17", Statement: statements };
}

/** An Allow on a bucket's objects, unless told otherwise. */
export function allow(Action: unknown, Resource: unknown = "arn:aws:s3:::b/*", more: object = {}): object {
  return { Effect: "Allow", Action, Resource, ...more };
}

/** The same as a Deny. */
export function deny(Action: unknown, Resource: unknown = "arn:aws:s3:::b/*", more: object = {}): object {
  return { ...allow(Action, Resource, more), Effect: "Deny" };
}

/** A condition that people signed in with a second factor. */
export const mfa = { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } };
