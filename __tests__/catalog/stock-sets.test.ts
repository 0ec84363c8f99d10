import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { PermissionSet } from "../../src/catalog/permission-set.js";
import { loadVars } from "./in-memory.js";

interface ExpectedSet {
  readonly name: string;
  readonly managedPolicies: readonly string[];
  readonly inlinePolicy: { readonly Statement: readonly Statement[] } | null;
  readonly relayState: string | null;
  readonly componentTags: boolean;
  /** Null for a set that keeps AWS's default; absent for one that follows the component's. */
  readonly sessionDuration?: null;
}

type Statement = Readonly<Record<string, unknown>>;

const folder = new URL("../fixtures/stock/", import.meta.url);
const tags = { Team: "identity" };
const cases = readdirSync(folder).map((file) => {
  const { vars, sets } = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
  return { file, vars, sets: sets as readonly ExpectedSet[] };
});

describe.each(cases)("$file", ({ vars, sets }) => {
  const { catalog, diagnostics } = loadVars({ ...vars, tags, session_duration: "PT2H" });

  it("is valid", () => {
    expect(diagnostics).toEqual([]);
  });

  it.each(sets)("$name", (expected) => {
    const set = catalog?.permissionSets.find((s) => s.name === expected.name);
    expect(set?.managedPolicies).toEqual(expected.managedPolicies);
    expect(statements(set?.inlinePolicy)).toEqual(statements(expected.inlinePolicy));
    expect(set?.relayState).toBe(expected.relayState);
    expect(set?.tags).toEqual(expected.componentTags ? tags : {});
    expect(set?.sessionDuration).toBe(expected.sessionDuration === null ? null : "PT2H");
    expect(set?.description).toMatch(/^[\x20-\x7e\xa1-\xff]{1,700}$/);
  });

  it("adds no other set", () => {
    const always = cases.find((c) => c.file === "always.json")?.sets ?? [];
    const known = new Set([...always, ...sets].map((s) => s.name));
    expect(catalog?.permissionSets.map((s) => s.name).sort()).toEqual([...known].sort());
  });
});

describe("in another partition", () => {
  const { catalog } = loadVars({
    account_map: { aws_partition: "aws-us-gov" },
    aws_teams_accessible: ["devops"],
    tf_access_bucket_arn: "arn:aws-us-gov:s3:::acme",
    tf_access_role_arn: "arn:aws-us-gov:iam::111111111111:role/acme",
  });

  it("every ARN has the partition", () => {
    const arns = JSON.stringify(catalog?.permissionSets).match(/"arn:[^:"]*/g) ?? [];
    expect(arns.length).toBeGreaterThan(20);
    expect(new Set(arns)).toEqual(new Set(['"arn:aws-us-gov']));
  });
});

describe("the 2022 form of teams", () => {
  const arn = "arn:aws:iam::222222222222:role/acme-gbl-identity-%s";
  const setOf = (vars: Readonly<Record<string, unknown>>): PermissionSet | undefined =>
    loadVars({
      identity_roles_accessible: ["dev_ops"],
      tags,
      session_duration: "PT2H",
      ...vars,
    }).catalog?.permissionSets.find((s) => s.name === "IdentityDev_opsRoleAccess");

  it("reaches exactly one role, without tags and duration", () => {
    const set = setOf({ identity_role_arn_template: arn });
    expect(set).toMatchObject({ tags: {}, sessionDuration: null });
    expect(statements(set?.inlinePolicy)["RoleAssumeRole"]).toMatchObject({
      Action: ["sts:AssumeRole", "sts:TagSession"],
      Resource: ["arn:aws:iam::222222222222:role/acme-gbl-identity-dev_ops"],
    });
  });

  it("reaches none without a template", () => {
    expect(setOf({})?.inlinePolicy).toBeNull();
  });
});

/** Statements by Sid, with lists as sets. */
function statements(policy: unknown): Readonly<Record<string, Statement>> {
  if (policy === null || policy === undefined) return {};
  const list = (policy as { readonly Statement: readonly Statement[] }).Statement;
  const bySid = list.map((s): [string, Statement] => [String(s["Sid"]), asSets(s) as Statement]);
  expect(new Set(bySid.map(([sid]) => sid)).size).toBe(list.length);
  return Object.fromEntries(bySid);
}

function asSets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asSets).sort();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, asSets(v)]));
}
