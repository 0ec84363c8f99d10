import { describe, expect, it } from "vitest";
import type { LivePermissionSet } from "../../src/directory/live-access.js";
import { adoptions, pairsToLookUp, setsToLookUp, unrecordedGrants } from "../../src/workflow/adoptions.js";
import { catalogOf, groups, users } from "../doubles/catalog.js";
import { directoryOf, instanceArn } from "../doubles/directory.js";
import { modelOf } from "../doubles/facts.js";

const setArn = "arn:aws:sso:::permissionSet/ssoins-7223aaaabbbbcccc/ps-1";
const dev = "100000000002";
const directory = directoryOf({ groups: ["Admins", "Created"], users: ["jo"] });
const model = modelOf(
  catalogOf({
    groups: ["Created", "New"],
    permission_sets: {
      Full: {
        description: "every kind of object",
        managed_policies: ["ReadOnlyAccess", "job-function/Billing"],
        customer_managed_policies: [{ name: "Own", path: "/team/" }],
        inline_policy: {
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }],
        },
        permissions_boundary: { managed_policy: "PowerUserAccess" },
      },
    },
    account_assignments: {
      dev: { ...groups({ Admins: ["Full"], Created: ["Full"], New: ["Full"] }), ...users({ jo: ["Full"] }) },
    },
  }),
  directory,
);
const full: LivePermissionSet = {
  arn: setArn,
  name: "Full",
  managedPolicies: ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/job-function/Billing"],
  customerManagedPolicies: [{ name: "Own", path: "/team/" }],
  hasInlinePolicy: true,
  hasPermissionsBoundary: true,
};
const assigned = (principalType: "GROUP" | "USER", principalId: string) =>
  ({ accountId: dev, permissionSetArn: setArn, principalType, principalId }) as const;
const everyone = [assigned("GROUP", "g-Admins"), assigned("GROUP", "g-Created"), assigned("USER", "u-jo")];
const nothing: ReadonlySet<string> = new Set();

/** `<type> <import id>` of each adoption. */
const adopted = (
  live: readonly LivePermissionSet[],
  assignments: Parameters<typeof adoptions>[4] = [],
  recorded = nothing,
) =>
  adoptions(model, recorded, directory, live, assignments).map(({ to, id }) => `${to.split(".")[0]} ${id}`);

describe("adoptions", () => {
  it("takes in every kind of object by the provider's import id", () => {
    const own = `${setArn},${instanceArn}`;
    expect(adopted([full], everyone)).toEqual([
      "aws_identitystore_group d-1234567890/g-Created",
      `aws_ssoadmin_permission_set ${own}`,
      `aws_ssoadmin_managed_policy_attachment arn:aws:iam::aws:policy/ReadOnlyAccess,${own}`,
      `aws_ssoadmin_managed_policy_attachment arn:aws:iam::aws:policy/job-function/Billing,${own}`,
      `aws_ssoadmin_customer_managed_policy_attachment Own,/team/,${own}`,
      `aws_ssoadmin_permission_set_inline_policy ${own}`,
      `aws_ssoadmin_permissions_boundary_attachment ${own}`,
      `aws_ssoadmin_account_assignment g-Admins,GROUP,${dev},AWS_ACCOUNT,${setArn},${instanceArn}`,
      `aws_ssoadmin_account_assignment g-Created,GROUP,${dev},AWS_ACCOUNT,${setArn},${instanceArn}`,
      `aws_ssoadmin_account_assignment u-jo,USER,${dev},AWS_ACCOUNT,${setArn},${instanceArn}`,
    ]);
  });

  it("leaves out what the live set does not have", () => {
    const bare = {
      ...full,
      managedPolicies: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
      customerManagedPolicies: [{ name: "Own", path: "/" }],
      hasInlinePolicy: false,
      hasPermissionsBoundary: false,
    };
    const own = `${setArn},${instanceArn}`;
    expect(adopted([bare])).toEqual([
      "aws_identitystore_group d-1234567890/g-Created",
      `aws_ssoadmin_permission_set ${own}`,
      `aws_ssoadmin_managed_policy_attachment arn:aws:iam::aws:policy/ReadOnlyAccess,${own}`,
    ]);
  });

  it("takes in nothing that AWS does not have, and nothing that is declared otherwise", () => {
    expect(adopted([])).toEqual(["aws_identitystore_group d-1234567890/g-Created"]);
    expect(adopted([{ ...full, name: "Other" }], everyone)).toHaveLength(1);
    const elsewhere = [
      { ...assigned("GROUP", "g-Admins"), accountId: "100000000001" },
      assigned("USER", "g-Admins"),
      { ...assigned("GROUP", "g-Admins"), permissionSetArn: `${setArn}2` },
    ];
    expect(adopted([full], elsewhere).filter((a) => a.includes("account_assignment"))).toEqual([]);
  });

  it("takes in nothing that the state has", () => {
    const all = adoptions(model, nothing, directory, [full], everyone).map((a) => a.to);
    expect(adopted([full], everyone, new Set(all))).toEqual([]);
    expect(adopted([full], everyone, new Set(all.slice(1)))).toEqual([
      "aws_identitystore_group d-1234567890/g-Created",
    ]);
  });
});

describe("what has to be looked up", () => {
  it("is every set and pair when the state is empty, each once", () => {
    expect(unrecordedGrants(model, nothing)).toHaveLength(4);
    expect([...setsToLookUp(model, nothing)]).toContain("Full");
    expect(pairsToLookUp(model, nothing, [full])).toEqual([{ accountId: dev, permissionSetArn: setArn }]);
  });

  it("is no pair of a set that AWS does not have", () => {
    expect(pairsToLookUp(model, nothing, [])).toEqual([]);
  });

  it("is nothing when the state is complete, and one set when one of its objects is missing", () => {
    const live = model.permissionSets.map((s) => ({
      ...full,
      arn: `${setArn}-${s.name}`,
      name: s.name,
      managedPolicies: s.managedPolicies,
      customerManagedPolicies: s.customerManagedPolicies,
    }));
    const arn = `${setArn}-Full`;
    const grants = [...everyone, assigned("GROUP", "g-New")].map((a) => ({ ...a, permissionSetArn: arn }));
    const known = directoryOf({ groups: ["Admins", "Created", "New"], users: ["jo"] });
    const complete = new Set(adoptions(model, nothing, known, live, grants).map((a) => a.to));
    expect([...setsToLookUp(model, complete)]).toEqual([]);
    expect(pairsToLookUp(model, complete, live)).toEqual([]);
    const inline = [...complete].filter((to) => to.includes("inline_policy.Full"));
    expect(inline).toHaveLength(1);
    for (const to of inline) complete.delete(to);
    expect([...setsToLookUp(model, complete)]).toEqual(["Full"]);
    expect(pairsToLookUp(model, complete, live)).toEqual([]);
  });
});
