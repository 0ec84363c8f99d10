import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccessModel } from "../../../src/access/model.js";
import { catalogOf, groups, users } from "../../doubles/catalog.js";
import { account, directoryOf, managementAccountId } from "../../doubles/directory.js";
import { modelOf } from "../../doubles/facts.js";
import { type ChangeJson, change } from "../../doubles/plan-json.js";
import { changesBetween, objectsOf, summaryBetween, summaryOf } from "./planned.js";

const accounts = ["root", "dev", "plat-prod"];
const directory = directoryOf({
  accounts: accounts.map((name, i) => account(`${Number(managementAccountId) + i}`, name)),
  groups: ["Admins", "Ops"],
  users: ["jo"],
});
const sets = ["AdministratorAccess", "Mine", "Other"];
const mine = fc.record(
  {
    description: fc.constantFrom("a", "b"),
    managed_policies: fc.subarray(["AmazonS3FullAccess", "IAMFullAccess", "ReadOnlyAccess"], {
      minLength: 1,
    }),
    customer_managed_policies: fc.subarray(["One", "Two"]),
    session_duration: fc.constantFrom("PT1H", "PT4H"),
    permissions_boundary: fc.constantFrom(
      { managed_policy: "PowerUserAccess" },
      { customer_managed_policy: "One" },
    ),
    inline_policy: fc.constantFrom("s3:GetObject", "iam:*").map((Action) => ({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action, Resource: "*" }],
    })),
  },
  { requiredKeys: ["managed_policies"] },
);
const held = fc.subarray(sets, { minLength: 1 });
const vars = fc.record({
  groups: fc.subarray(["Made", "Here"]),
  permission_sets: fc.record({ Mine: mine, Other: mine }),
  account_assignments: fc.dictionary(
    fc.constantFrom(...accounts),
    fc
      .record({ Admins: held, Ops: held, jo: held }, { requiredKeys: ["Admins"] })
      .map(({ jo, ...others }) => ({ ...groups(others), ...(jo === undefined ? {} : users({ jo })) })),
  ),
});
const changed = ({ change: { actions, importing }, previous_address }: ChangeJson): boolean =>
  actions.join() !== "no-op" || importing !== undefined || previous_address !== undefined;

describe("the summary of a plan", () => {
  it("is empty when nothing changes", () => {
    fc.assert(
      fc.property(vars, (same) => {
        expect(summaryBetween(directory, same, same)).toMatchObject({
          ...{ grants: [], sets: [], groups: [], moved: [], others: [], broadening: [] },
        });
      }),
      { seed: 20261124, numRuns: 40 },
    );
  });

  it("never says that removals alone broaden access", () => {
    fc.assert(
      fc.property(vars, fc.infiniteStream(fc.boolean()), (before, coins) => {
        const catalog = catalogOf(before);
        const model = modelOf(catalog, directory);
        const objects = objectsOf(model, directory);
        const kept = withoutSome(model, () => coins.next().value);
        const left = objectsOf(kept, directory);
        const summary = summaryOf({
          directory,
          catalog,
          model: kept,
          changes: changesBetween(objects, left),
        });
        expect(summary.broadening).toEqual([]);
        expect(summary.grants.length).toBe(model.grants.length - kept.grants.length);
      }),
      { seed: 20261124, numRuns: 60 },
    );
  });

  it("tells of every object that changes, in one place each", () => {
    const action = fc.constantFrom(
      ...(["create", "delete", "update", "replace", "import", "no-op", "move", "forget"] as const),
    );
    fc.assert(
      fc.property(vars, fc.infiniteStream(action), (now, actions) => {
        const catalog = catalogOf(now);
        const model = modelOf(catalog, directory);
        const changes = [...objectsOf(model, directory), ["aws_s3_bucket.b", {}] as const].map(
          ([address, values]) => change(actions.next().value, address, values),
        );
        const summary = summaryOf({ directory, catalog, model, changes });
        const setNames = new Set(summary.sets.map((s) => s.permissionSet));
        const told = [...summary.moved.map((m) => m.to), ...summary.others.map((o) => o.address)];
        const places = changes.map((c) => {
          if (told.includes(c.address)) return "elsewhere";
          if (c.type === "aws_ssoadmin_account_assignment") return "grant";
          if (c.type === "aws_identitystore_group") return "group";
          return changed(c) ? `set ${setOf(c)}` : "none";
        });
        const changing = changes.map((c, i) => (changed(c) ? places[i] : "none"));
        const count = (place: string): number => changing.filter((p) => p === place).length;
        expect(count("grant")).toBe(summary.grants.length);
        expect(count("group")).toBe(summary.groups.length);
        expect(count("elsewhere")).toBe(told.length);
        const ofSets = changing.filter((p) => p?.startsWith("set "));
        expect(new Set(ofSets)).toEqual(new Set([...setNames].map((name) => `set ${name}`)));
      }),
      { seed: 20261124, numRuns: 60 },
    );
  });

  it("of 12,000 changes takes about a third of a second of computing", () => {
    const many = directoryOf({
      accounts: Array.from({ length: 400 }, (_, i) => account(`${200000000000 + i}`, `account-${i}`)),
      groups: Array.from({ length: 30 }, (_, i) => `Group${i}`),
    });
    const catalog = catalogOf({
      account_types: { everyone: { all: true } },
      account_type_assignments: {
        everyone: groups(Object.fromEntries(many.groups.map((g) => [g.displayName, ["ReadOnlyAccess"]]))),
      },
    });
    const model = modelOf(catalog, many);
    const changes = changesBetween(new Map(), objectsOf(model, many));
    const start = process.cpuUsage();
    const { grants } = summaryOf({ directory: many, catalog, model, changes });
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000_000).toBeLessThan(1.5);
    expect(grants).toHaveLength(12_000);
  });
});

/** The set that an object of these tests is, or is attached to. */
function setOf({ change: { before, after } }: ChangeJson): string {
  const values = before ?? after;
  const arn = String(values?.["permission_set_arn"] ?? values?.["arn"]);
  return arn.slice(arn.lastIndexOf("/") + 1);
}

/** Fewer grants, and sets that nobody has any more may be gone. */
function withoutSome(model: AccessModel, stays: () => boolean): AccessModel {
  const grants = model.grants.filter(stays);
  const held = new Set(grants.map((g) => g.permissionSet));
  const permissionSets = model.permissionSets.filter((s) => held.has(s.name) || stays());
  return {
    ...model,
    grants,
    permissionSets,
    principals: model.principals.filter((p) => !p.created || stays()),
  };
}
