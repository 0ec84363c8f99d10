import { expect, it } from "vitest";
import { allowsRootSessions } from "../../../src/policy/privilege/root-sessions.js";
import { allow, deny, mfa, policy } from "../diff/statements.js";

const root = "arn:aws:iam::*:root";
const one = "arn:aws:iam::111111111111:root";
const start = allow("sts:AssumeRoot", root);
const allBut = (NotAction: string): object => ({ Effect: "Allow", NotAction, Resource: "*" });
const elsewhere = (Effect: string, NotResource: string): object => ({ Effect, Action: "sts:*", NotResource });

it.each([
  ["the action", [start]],
  ["the action in other letters", [allow("STS:assumeroot", root)]],
  ["the action under a condition", [{ ...start, ...mfa }]],
  ["one account", [allow("sts:AssumeRoot", one)]],
  ["another partition", [allow("sts:AssumeRoot", "arn:aws-us-gov:iam::*:root")]],
  ["every resource", [allow("sts:AssumeRoot", "*")]],
  ["a wildcard for what is missing", [allow("sts:AssumeRoot", "arn:aws:iam::*")]],
  ["a wildcard in its action", [allow("sts:*", root)]],
  ["everything", [allow("*", "*")]],
  ["all but a service", [allBut("s3:*")]],
  ["all resources but roles", [elsewhere("Allow", "arn:aws:iam::*:role/*")]],
  ["all resources but one account", [elsewhere("Allow", one)]],
  ["a deny for one account", [start, deny("sts:AssumeRoot", one)]],
  ["a deny under a condition", [start, deny("sts:*", "*", mfa)]],
  ["a deny of something else", [start, deny("sts:AssumeRole", "*")]],
  ["a deny on all but one account", [start, elsewhere("Deny", one)]],
])("root sessions are allowed by %s", (_name, statements) => {
  expect(allowsRootSessions(policy(...statements))).toBe(true);
});

it.each([
  ["nothing", []],
  ["another action", [allow("sts:AssumeRole", "*")]],
  ["roles", [allow("sts:AssumeRoot", "arn:aws:iam::*:role/*")]],
  ["all but STS", [allBut("sts:*")]],
  ["all resources but root users", [elsewhere("Allow", root)]],
  ["an action that is denied", [start, deny("sts:*", "*")]],
  [
    "an action that is denied for every root user",
    [allow("sts:AssumeRoot", "*"), deny("sts:AssumeRoot", root)],
  ],
  ["an action that is denied on all but roles", [start, elsewhere("Deny", "arn:aws:iam::*:role/*")]],
  ["a deny alone", [deny("sts:AssumeRoot", root)]],
  ["an effect nobody knows", [{ ...start, Effect: "allow" }]],
])("root sessions are not allowed by %s", (_name, statements) => {
  expect(allowsRootSessions(policy(...statements))).toBe(false);
});

it("no policy allows no root session", () => {
  expect(allowsRootSessions(null)).toBe(false);
});
