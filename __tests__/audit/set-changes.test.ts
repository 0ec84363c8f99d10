import { describe, expect, it } from "vitest";
import { setChanges } from "../../src/audit/set-changes.js";
import { permissionSet, policy } from "../../src/catalog/stock/policy-json.js";
import type { LiveSet } from "../../src/directory/all-access.js";
import { liveSet } from "./world.js";

const read = { Sid: "Read", Effect: "Allow", Action: ["s3:GetObject", "s3:ListBucket"], Resource: "*" };
const keep = { Effect: "Deny", Action: "s3:DeleteBucket", Resource: "*" };
const declared = permissionSet("Fix", "Fixes things", {
  managedPolicies: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
  customerManagedPolicies: [{ name: "Base", path: "/" }],
  inlinePolicy: policy(read, keep),
  permissionsBoundary: { managedPolicyArn: "arn:aws:iam::aws:policy/PowerUserAccess" },
  sessionDuration: "PT4H",
  relayState: "https://a.example/",
  tags: { team: "x" },
});
const { inlinePolicy: _, ...same } = declared;
const live = (more: Partial<LiveSet> = {}): LiveSet => ({
  ...liveSet("Fix"),
  ...same,
  inlinePolicy: JSON.stringify(declared.inlinePolicy),
  ...more,
});
const inline = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

describe("setChanges", () => {
  it.each<[string, Partial<LiveSet>]>([
    ["is the same", {}],
    [
      "has its statements and actions in another order",
      { inlinePolicy: inline(keep, { ...read, Action: ["s3:ListBucket", "s3:GetObject"] }) },
    ],
    [
      "writes one action as a list, and another in capitals",
      {
        inlinePolicy: inline({ ...keep, Action: ["s3:DeleteBucket"] }, { ...read, Resource: ["*"] }),
      },
    ],
    ["has tags of AWS itself", { tags: { team: "x", "aws:cloudformation:stack-name": "y" } }],
  ])("finds nothing when a set %s", (_what, more) => {
    expect(setChanges(declared, live(more))).toEqual([]);
  });

  it.each<[string, Partial<LiveSet>, readonly string[]]>([
    ["description", { description: null }, ["- description Fixes things"]],
    ["session", { sessionDuration: null }, ["- session PT4H", "+ session PT1H"]],
    [
      "relay state",
      { relayState: "https://b.example/" },
      ["- relay state https://a.example/", "+ relay state https://b.example/"],
    ],
    ["tags", { tags: { team: "y", more: "z" } }, ["- tag team=x", "+ tag team=y", "+ tag more=z"]],
    [
      "managed policies",
      { managedPolicies: ["arn:aws:iam::aws:policy/X"] },
      [
        "- managed policy arn:aws:iam::aws:policy/ReadOnlyAccess",
        "+ managed policy arn:aws:iam::aws:policy/X",
      ],
    ],
    [
      "the path of a customer managed policy",
      { customerManagedPolicies: [{ name: "Base", path: "/a/" }] },
      ["- customer managed policy /Base", "+ customer managed policy /a/Base"],
    ],
    [
      "boundary",
      { permissionsBoundary: { name: "Edge", path: "/" } },
      ["- permissions boundary arn:aws:iam::aws:policy/PowerUserAccess", "+ permissions boundary /Edge"],
    ],
    [
      "no boundary",
      { permissionsBoundary: null },
      ["- permissions boundary arn:aws:iam::aws:policy/PowerUserAccess"],
    ],
    [
      "a statement that allows more",
      { inlinePolicy: inline({ ...read, Action: "s3:*" }, keep) },
      [`- statement ${JSON.stringify(read)}`, `+ statement ${JSON.stringify({ ...read, Action: "s3:*" })}`],
    ],
    ["a statement less", { inlinePolicy: inline(read) }, [`- statement ${JSON.stringify(keep)}`]],
    [
      "no inline policy",
      { inlinePolicy: null },
      [
        `- statement ${JSON.stringify(read)}`,
        `- statement ${JSON.stringify(keep)}`,
        "- policy version 2012-10-17",
      ],
    ],
    ["an inline policy that is none", { inlinePolicy: "{" }, ["+ inline policy that is no JSON object"]],
    [
      "another version",
      { inlinePolicy: inline(read, keep).replace("2012-10-17", "2008-10-17") },
      ["- policy version 2012-10-17", "+ policy version 2008-10-17"],
    ],
  ])("says what is different: %s", (_what, more, lines) => {
    expect(setChanges(declared, live(more))).toEqual(lines);
  });

  it("takes a set without a session for one of AWS's default", () => {
    const { sessionDuration: _session, ...rest } = declared;
    expect(setChanges({ ...rest, sessionDuration: null }, live({ sessionDuration: "PT1H" }))).toEqual([]);
  });
});
