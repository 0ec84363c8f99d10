import { describe, expect, it } from "vitest";
import { isWider } from "../../../src/policy/diff/wider.js";
import type { PolicyJson } from "../../../src/policy/policy-json.js";
import { allow, deny, mfa, policy } from "./statements.js";

const get = allow("s3:GetObject");
const everywhere = { Effect: "Allow", NotAction: "iam:*", Resource: "*" };
const other = { Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } };
const bucket = (name: string): string => `arn:aws:s3:::${name}`;
// biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable of IAM
const own = bucket("b/${aws:username}");

const narrower: readonly (readonly [string, PolicyJson | null, PolicyJson | null])[] = [
  ["no document before and after", null, null],
  ["a document that is gone", policy(get), null],
  ["a first document that only denies", null, policy(deny("*", "*"))],
  ["the same in another order", policy(get, allow("s3:PutObject")), policy(allow("s3:PutObject"), get)],
  ["a renamed Sid", policy({ ...get, Sid: "A" }), policy({ ...get, Sid: "B" })],
  ["an action less", policy(allow(["s3:GetObject", "s3:PutObject"])), policy(get)],
  ["an action in other letters", policy(get), policy(allow("S3:getobject"))],
  ["an action of a wildcard", policy(allow("s3:Get*")), policy(get)],
  ["a wildcard of a wildcard", policy(allow("s3:G*")), policy(allow("s3:Get*"))],
  ["an action of `*:*`", policy(allow("*:*")), policy(get)],
  ["one letter of any", policy(allow("s3:Get*")), policy(allow("s3:Get?"))],
  ["wildcards in another order", policy(allow("s3:?*")), policy(allow("s3:*?"))],
  ["a star twice", policy(allow("s3:*")), policy(allow("s3:**"))],
  ["a narrowed resource", policy(get), policy(allow("s3:GetObject", bucket("b/a/*")))],
  ["a resource of a wildcard at the end", policy(allow("s3:GetObject", "arn:aws:s3:*")), policy(get)],
  ["any resource narrowed", policy(allow("s3:*", "*")), policy(get)],
  ["a resource for one's own", policy(get), policy(allow("s3:GetObject", own))],
  ["one's own narrowed", policy(allow("s3:*", `${own}/*`)), policy(allow("s3:*", `${own}/a`))],
  ["a condition added", policy(get), policy({ ...get, ...mfa })],
  ["a condition as it was", policy({ ...get, ...mfa }), policy({ ...get, ...mfa })],
  ["an empty condition", policy(get), policy({ ...get, Condition: {} })],
  ["a statement that is split", policy(allow(["a:A", "a:B"])), policy(allow("a:A"), allow("a:B"))],
  ["statements that are joined", policy(allow("a:A"), allow("a:B")), policy(allow(["a:A", "a:B"]))],
  [
    "statements on many resources that are joined",
    policy(allow("a:A", ["a", "b"]), allow("a:B", "a"), allow("a:*", "b")),
    policy(allow(["a:A", "a:B"], ["a", "b"])),
  ],
  ["a deny added", policy(get), policy(get, deny("s3:*", "*"))],
  ["a deny of more", policy(get, deny("s3:Get*")), policy(get, deny("s3:*"))],
  ["a deny without its condition", policy(get, deny("s3:*", "*", mfa)), policy(get, deny("s3:*", "*"))],
  ["what NotAction left open", policy(everywhere), policy(get)],
  ["an exception more", policy(everywhere), policy({ ...everywhere, NotAction: ["iam:*", "sts:*"] })],
  ["a wider exception", policy({ ...everywhere, NotAction: "iam:Get*" }), policy(everywhere)],
  ["an exception from everything", policy(allow("*", "*")), policy(everywhere)],
  [
    "what NotResource left open",
    policy({ Effect: "Allow", Action: "s3:*", NotResource: bucket("secret/*") }),
    policy(get),
  ],
  [
    "what an exception does not end like",
    policy({ Effect: "Allow", Action: "s3:*", NotResource: bucket("*/secret") }),
    policy(allow("s3:*", bucket("b/*/open"))),
  ],
  [
    "a wildcard that does not have the exception",
    policy({ ...everywhere, NotAction: "s3:GetObject" }),
    policy(allow("s3:*List*")),
  ],
  ["an exception from `*:*`", policy(allow("*:*", "*")), policy(everywhere)],
];

const wider: readonly (readonly [string, PolicyJson | null, PolicyJson | null])[] = [
  ["a first document", null, policy(get)],
  ["a deny that is gone with its document", policy(deny("s3:*")), null],
  ["an action added", policy(get), policy(allow(["s3:GetObject", "s3:PutObject"]))],
  ["an action with a wildcard", policy(get), policy(allow("s3:Get*"))],
  ["any letters for one", policy(allow("s3:Get?")), policy(allow("s3:Get*"))],
  ["a resource added", policy(get), policy(allow("s3:GetObject", [bucket("b/*"), bucket("c")]))],
  ["a widened resource", policy(get), policy(allow("s3:GetObject", bucket("*")))],
  ["any resource", policy(get), policy(allow("s3:GetObject", "*"))],
  ["a resource in other letters", policy(get), policy(allow("s3:GetObject", bucket("B/*")))],
  [
    "a wildcard that would reach over a colon",
    policy(allow("a:A", "arn:aws:a:*:1:x")),
    policy(allow("a:A", "arn:aws:a:r:2:1:x")),
  ],
  ["a name that fits one's own", policy(allow("s3:*", own)), policy(allow("s3:*", bucket("b/x")))],
  ["one's own, by its letters", policy(allow("s3:*", bucket("b/*}"))), policy(allow("s3:*", own))],
  [
    "one's own, by its length",
    policy(allow("s3:*", bucket(`b/${"?".repeat(15)}`))),
    policy(allow("s3:*", own)),
  ],
  ["a character of two units", policy(allow("s3:*", bucket("?"))), policy(allow("s3:*", bucket("😀")))],
  ["a character of two bytes", policy(allow("s3:*", bucket("?"))), policy(allow("s3:*", bucket("é")))],
  [
    "parts that are not there",
    policy(allow("s3:*", "arn:aws:s3:*:*:*")),
    policy(allow("s3:*", "arn:aws:s3:*")),
  ],
  ["a condition removed", policy({ ...get, ...mfa }), policy(get)],
  ["another condition", policy({ ...get, ...mfa }), policy({ ...get, ...other })],
  [
    "an action that another statement has elsewhere",
    policy(allow("a:A", "a"), allow("a:B", "b")),
    policy(allow("a:A", "b")),
  ],
  [
    "pairs that nobody had",
    policy(allow("a:A", "a"), allow("a:B", "b")),
    policy(allow(["a:A", "a:B"], ["a", "b"])),
  ],
  ["a deny removed", policy(get, deny("s3:*")), policy(get)],
  ["a deny of less", policy(get, deny("s3:*")), policy(get, deny("s3:Get*"))],
  ["a deny under a condition", policy(get, deny("s3:*")), policy(get, deny("s3:*", undefined, mfa))],
  ["an exception less", policy({ ...everywhere, NotAction: ["iam:*", "sts:*"] }), policy(everywhere)],
  ["an exception that may be meant", policy(everywhere), policy(allow("i*", "*"))],
  [
    "everything but a list, for a list",
    policy(allow("s3:*", "*")),
    policy({ ...everywhere, NotAction: "s3:*" }),
  ],
  [
    "another version with a variable",
    { ...policy(allow("s3:*", own)), Version: "2008-10-17" },
    policy(allow("s3:*", own)),
  ],
  ["an element nobody knows", policy(get), policy({ ...get, Principal: "*" })],
  ["two kinds of action", policy(get), policy({ ...get, NotAction: "s3:*" })],
  ["an effect nobody knows", policy(get), policy({ ...get, Effect: "allow" })],
  ["no effect before", policy({ ...deny("s3:*"), Effect: "deny" }), policy()],
  ["an action that is no text", policy(get), policy(allow([{}]))],
  ["no action", policy(get), policy({ Effect: "Allow", Resource: "*" })],
  ["an operator without a key", policy({ ...get, Condition: { Bool: {} } }), policy(get)],
  ["an empty list of actions", policy(get), policy(allow([]))],
  [
    "a condition without values",
    policy({ ...get, Condition: { StringEquals: { "aws:a": [] } } }),
    policy({ ...get, Condition: { StringEquals: { "aws:a": [] } } }),
  ],
  ["a condition that is no map", policy(get), policy({ ...get, Condition: "a" })],
  ["a statement that is no map", policy(get), policy(get, "a")],
  ["no statement", policy(get), {}],
];

describe("a policy", () => {
  it.each(narrower)("is not wider: %s", (_name, before, after) => {
    expect(isWider(before, after)).toBe(false);
  });

  it.each(wider)("may be wider: %s", (_name, before, after) => {
    expect(isWider(before, after)).toBe(true);
  });

  it("takes one statement without a list", () => {
    expect(isWider({ ...policy(), Statement: get }, { ...policy(), Statement: get })).toBe(false);
  });

  it("without variables is not wider in another version", () => {
    expect(isWider({ ...policy(get), Version: "2008-10-17" }, policy(get))).toBe(false);
  });

  it.each([
    ["many actions", Array.from({ length: 800 }, (_, i) => `service:LongActionName${i}`), "*"],
    ["many exceptions", "*", Array.from({ length: 400 }, (_, i) => `arn:aws:s3:::*bucket${i}/*`)],
    [
      "many of both",
      Array.from({ length: 500 }, (_, i) => `s3:Act${i}*`),
      Array.from({ length: 500 }, (_, i) => `arn:aws:s3:::b${i}/*`),
    ],
    ["stars", `s3:${"*a".repeat(8_000)}`, "*"],
  ])("of 32 KiB costs little: %s", (_name, action, resource) => {
    const before = policy(
      { Effect: "Allow", Action: action, NotResource: resource },
      allow(action, resource),
    );
    const after = policy(allow(action, resource), { Effect: "Allow", NotAction: action, Resource: resource });
    const start = performance.now();
    isWider(before, after);
    isWider(after, before);
    // Every pair of patterns, part by part, takes minutes.
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
