import { describe, expect, it } from "vitest";
import { assignmentAddress, groupAddress, permissionSetAddress } from "../../../src/access/address.js";
import { catalogOf, groups, users } from "../../doubles/catalog.js";
import { directoryOf } from "../../doubles/directory.js";
import { modelOf } from "../../doubles/facts.js";
import { type ChangeJson, change } from "../../doubles/plan-json.js";
import { setArn, summaryBetween, summaryOf } from "./planned.js";

const dev = "100000000002";
const assignment = "aws_ssoadmin_account_assignment";
const setType = "aws_ssoadmin_permission_set";
const directory = directoryOf({ groups: ["Admins", "Gone"], users: ["jo"] });
const vars = {
  groups: ["Ours"],
  account_assignments: { dev: groups({ Admins: ["ReadOnlyAccess", "PowerUserAccess"] }) },
};
const catalog = catalogOf(vars);
const model = modelOf(catalog, directory);
const old = { address: `${setType}.Old_1`, values: { arn: "arn:old", name: "OldAccess" } };
const found = (...changes: readonly ChangeJson[]) =>
  summaryOf({ directory, catalog, model, changes, state: [old] });
const declared = (permissionSet: string) =>
  `${assignment}.${assignmentAddress({ accountId: dev, principalType: "GROUP", principalName: "Admins", permissionSet })}`;
const removed = (principal_type: string, principal_id: string, permission_set_arn = "arn:old") =>
  change("delete", `${assignment}.x`, { target_id: dev, principal_type, principal_id, permission_set_arn });

describe("the grants of a plan", () => {
  it("are named from the model when they are added, even when nothing of them is known yet", () => {
    expect(found(change("create", declared("ReadOnlyAccess"))).grants).toEqual([
      {
        change: "add",
        accountId: dev,
        accountName: "dev",
        principalType: "GROUP",
        principalName: "Admins",
        permissionSet: "ReadOnlyAccess",
      },
    ]);
  });

  it("are named from the directory and the state when they are removed", () => {
    const base = { change: "remove", accountId: dev, accountName: "dev", permissionSet: "OldAccess" };
    expect(found(removed("GROUP", "g-Gone"), removed("USER", "u-jo")).grants).toEqual([
      { ...base, principalType: "GROUP", principalName: "Gone" },
      { ...base, principalType: "USER", principalName: "jo" },
    ]);
  });

  it("have the name of their set from the plan, which has it as AWS does", () => {
    const set = change("no-op", `${setType}.Else`, { arn: "arn:old", name: "NewName" });
    expect(found(set, removed("GROUP", "g-Gone")).grants[0]?.permissionSet).toBe("NewName");
  });

  it("have the old name of a set that is replaced under another name", () => {
    const address = `${setType}.${permissionSetAddress("ReadOnlyAccess")}`;
    const set = change("replace", address, { arn: "arn:old", name: "Before" }, { name: "ReadOnlyAccess" });
    expect(found(set, removed("GROUP", "g-Gone")).grants[0]?.permissionSet).toBe("Before");
  });

  it("show ids where nobody knows a name any more", () => {
    const values = { target_id: "1", principal_type: "GROUP", principal_id: "g-unknown" };
    const lost = change("delete", `${assignment}.x`, { ...values, permission_set_arn: "arn:unknown" });
    expect(found(lost).grants).toEqual([
      {
        change: "remove",
        accountId: "1",
        accountName: "1",
        principalType: "GROUP",
        principalName: "g-unknown",
        permissionSet: "arn:unknown",
      },
    ]);
  });

  it("are told apart when they are adopted, replaced and forgotten", () => {
    const kinds = found(
      change("import", declared("ReadOnlyAccess")),
      change("replace", declared("PowerUserAccess")),
      change("forget", `${assignment}.x`, { target_id: dev, principal_id: "g-Gone" }),
    ).grants.map((g) => g.change);
    expect(kinds.sort()).toEqual(["adopt", "remove", "replace"]);
  });

  it("are sorted by account, principal and set, whatever Terraform's order", () => {
    const { grants } = found(
      removed("GROUP", "g-Gone"),
      change("create", declared("ReadOnlyAccess")),
      change("create", declared("PowerUserAccess")),
    );
    expect(grants.map((g) => `${g.principalName} ${g.permissionSet}`)).toEqual([
      "Admins PowerUserAccess",
      "Admins ReadOnlyAccess",
      "Gone OldAccess",
    ]);
  });
});

describe("the groups of a plan", () => {
  it("are told apart and sorted by name", () => {
    const ours = `aws_identitystore_group.${groupAddress("Ours")}`;
    const other = (name: string) => ({ display_name: name, group_id: "g-Gone" });
    expect(
      found(
        change("create", ours),
        change("delete", "aws_identitystore_group.a", other("B")),
        change("replace", "aws_identitystore_group.b", other("C")),
        change("import", "aws_identitystore_group.c", other("A")),
        change("update", "aws_identitystore_group.d", other("Was"), other("Is")),
        change("no-op", "aws_identitystore_group.e", other("Same")),
      ).groups,
    ).toEqual([
      { change: "adopt", name: "A" },
      { change: "remove", name: "B" },
      { change: "replace", name: "C" },
      { change: "change", name: "Is" },
      { change: "add", name: "Ours" },
    ]);
  });

  it("have the directory's name, or else their address, when the plan has none", () => {
    const { groups: named } = found(
      change("delete", "aws_identitystore_group.a", { group_id: "g-Gone" }),
      change("delete", "aws_identitystore_group.b"),
    );
    expect(named.map((g) => g.name)).toEqual(["Gone", "aws_identitystore_group.b"]);
  });
});

describe("what else a plan does", () => {
  it("tells of an object that only gets another address with both addresses", () => {
    const moved = [change("move", declared("ReadOnlyAccess")), change("move", `${setType}.A`)];
    expect(found(...moved)).toMatchObject({
      grants: [],
      sets: [],
      moved: [
        { from: `${declared("ReadOnlyAccess")}_before`, to: declared("ReadOnlyAccess") },
        { from: `${setType}.A_before`, to: `${setType}.A` },
      ],
    });
  });

  it("lists objects of other types, forgotten ones and those whose set nobody knows", () => {
    const {
      others,
      sets,
      groups: none,
    } = found(
      change("delete", "aws_s3_bucket.b"),
      change("forget", `${setType}.Old_1`, { arn: "arn:old", name: "OldAccess" }),
      change("forget", "aws_identitystore_group.g", { display_name: "G" }),
      change("create", "aws_ssoadmin_managed_policy_attachment.a", {}, { managed_policy_arn: "arn:p" }),
    );
    expect(others).toEqual([
      { change: "delete", address: "aws_s3_bucket.b" },
      { change: "forget", address: `${setType}.Old_1` },
      { change: "forget", address: "aws_identitystore_group.g" },
      { change: "create", address: "aws_ssoadmin_managed_policy_attachment.a" },
    ]);
    expect([sets, none]).toEqual([[], []]);
  });

  it("leaves out what stays and what is only read", () => {
    const read = change("no-op", "aws_s3_bucket.b");
    const summary = found(change("no-op", declared("ReadOnlyAccess")), {
      ...read,
      change: { ...read.change, actions: ["read"] },
    });
    expect(summary).toMatchObject({
      grants: [],
      sets: [],
      groups: [],
      moved: [],
      others: [],
      broadening: [],
    });
  });

  it("keeps Terraform's counts", () => {
    expect(found(change("create", declared("ReadOnlyAccess"))).resources).toMatchObject({
      create: 1,
      delete: 0,
    });
  });
});

describe("the sets of a plan", () => {
  const base = {
    account_assignments: {
      dev: {
        ...groups({ Admins: ["ReadOnlyAccess"], Gone: ["ReadOnlyAccess"] }),
        ...users({ jo: ["ReadOnlyAccess"] }),
      },
      root: groups({ Admins: ["ReadOnlyAccess"] }),
    },
  };
  const withSet = (fields: Readonly<Record<string, unknown>>) => ({
    ...base,
    permission_sets: { ReadOnlyAccess: fields },
  });

  it("count who has them before or after", () => {
    const after = {
      ...withSet({ description: "x" }),
      account_assignments: { dev: groups({ Gone: ["ReadOnlyAccess"] }) },
    };
    expect(summaryBetween(directory, base, after).sets).toMatchObject([
      { change: "change", permissionSet: "ReadOnlyAccess", accounts: 2, groups: 2, users: 1 },
    ]);
  });

  it("count declared grants that the plan does not speak of", () => {
    const address = `${setType}.${permissionSetAddress("ReadOnlyAccess")}`;
    const changes = [
      change("update", address, { arn: "arn:ro", name: "ReadOnlyAccess" }, { description: "x" }),
      change("no-op", declared("ReadOnlyAccess"), { principal_id: "g-Admins" }),
    ];
    const declares = catalogOf(base);
    const summary = summaryOf({ directory, catalog: declares, model: modelOf(declares, directory), changes });
    expect(summary.sets).toMatchObject([{ accounts: 2, groups: 2, users: 1 }]);
  });

  it("are made and deleted with all that is attached to them, without fields", () => {
    const own = { ...base, permission_sets: { Mine: { managed_policies: ["AmazonS3FullAccess"] } } };
    const none = { accounts: 0, groups: 0, users: 0, fields: [], statements: [] };
    expect(summaryBetween(directory, base, own).sets).toEqual([
      { change: "add", permissionSet: "Mine", ...none },
    ]);
    expect(summaryBetween(directory, own, base).sets).toEqual([
      { change: "remove", permissionSet: "Mine", ...none },
    ]);
  });

  it("are replaced when they are deleted at one address and made at another", () => {
    const values = { arn: setArn("ReadOnlyAccess"), name: "ReadOnlyAccess", description: "old" };
    const { sets } = found(
      change("delete", `${setType}.foreign`, values),
      change(
        "create",
        `${setType}.${permissionSetAddress("ReadOnlyAccess")}`,
        {},
        { name: "ReadOnlyAccess" },
      ),
    );
    expect(sets).toMatchObject([
      { change: "replace", fields: [{ field: "description", before: "old", after: null }] },
    ]);
  });

  it("are replaced, and what is attached to them under the old ARN too", () => {
    const address = `${setType}.${permissionSetAddress("ReadOnlyAccess")}`;
    const policy = { permission_set_arn: "arn:1", managed_policy_arn: "arn:p" };
    const { sets, others } = found(
      change("replace", address, { arn: "arn:1", name: "Before" }, { name: "ReadOnlyAccess" }),
      change("delete", "aws_ssoadmin_managed_policy_attachment.a", policy),
    );
    expect(sets).toMatchObject([
      {
        change: "replace",
        permissionSet: "ReadOnlyAccess",
        fields: [{ field: "managed_policies", before: "arn:p", after: null }],
      },
    ]);
    expect(others).toEqual([]);
  });

  it("are adopted when nothing of them is another value, and changed when something is", () => {
    const address = `${setType}.${permissionSetAddress("ReadOnlyAccess")}`;
    const values = { arn: "arn:1", name: "ReadOnlyAccess", description: "" };
    expect(found(change("import", address, values)).sets).toMatchObject([{ change: "adopt", fields: [] }]);
    const update = change("update", address, values, { ...values, description: "x" });
    const importing = { ...update, change: { ...update.change, importing: { id: "i" } } };
    expect(found(importing).sets).toMatchObject([
      { change: "change", fields: [{ before: null, after: "x" }] },
    ]);
    const attached = change(
      "create",
      "aws_ssoadmin_managed_policy_attachment.a",
      {},
      {
        permission_set_arn: "arn:1",
        managed_policy_arn: "arn:p",
      },
    );
    expect(found(change("import", address, values), attached).sets).toMatchObject([
      { change: "change", fields: [{ field: "managed_policies", before: null, after: "arn:p" }] },
    ]);
  });

  it("change without a field when Terraform changes what nobody sees", () => {
    const address = `${setType}.${permissionSetAddress("ReadOnlyAccess")}`;
    const values = { arn: "arn:1", name: "ReadOnlyAccess", description: null, relay_state: "", tags: null };
    const after = {
      arn: "arn:1",
      name: "ReadOnlyAccess",
      tags: {},
      session_duration: "PT1H",
      tags_all: { a: "b" },
    };
    expect(found(change("update", address, values, after)).sets).toMatchObject([
      { change: "change", fields: [], statements: [] },
    ]);
  });

  it("show every field that is another value, attached or detached", () => {
    const mine = (fields: Readonly<Record<string, unknown>>) => ({ permission_sets: { Mine: fields } });
    const before = mine({
      description: "old",
      managed_policies: ["AmazonS3FullAccess", "AmazonSNSReadOnlyAccess"],
      customer_managed_policies: ["Gone", "Same"],
      permissions_boundary: { managed_policy: "PowerUserAccess" },
      tags: { b: "2", a: "1" },
    });
    const after = mine({
      managed_policies: ["AmazonSNSReadOnlyAccess", "AmazonSQSFullAccess"],
      customer_managed_policies: ["Same", { name: "New", path: "/team/" }],
      permissions_boundary: { customer_managed_policy: "Edge" },
      session_duration: "PT4H",
      relay_state: "https://console.aws.amazon.com/s3",
      tags: { b: "2" },
    });
    const iam = "arn:aws:iam::aws:policy";
    expect(summaryBetween(directory, before, after).sets[0]?.fields).toEqual([
      { field: "customer_managed_policies", before: "/Gone", after: null },
      { field: "customer_managed_policies", before: null, after: "/team/New" },
      { field: "description", before: "old", after: null },
      { field: "managed_policies", before: `${iam}/AmazonS3FullAccess`, after: null },
      { field: "managed_policies", before: null, after: `${iam}/AmazonSQSFullAccess` },
      { field: "permissions_boundary", before: `${iam}/PowerUserAccess`, after: "/Edge" },
      { field: "relay_state", before: null, after: "https://console.aws.amazon.com/s3" },
      { field: "session_duration", before: "PT1H", after: "PT4H" },
      { field: "tags", before: '{"a":"1","b":"2"}', after: '{"b":"2"}' },
    ]);
  });

  it("show what became of the statements of the inline policy", () => {
    const mine = (Action: string) => ({
      permission_sets: {
        Mine: {
          inline_policy: {
            Version: "2012-10-17",
            Statement: [{ Sid: "S", Effect: "Allow", Action, Resource: "*" }],
          },
        },
      },
    });
    const { sets } = summaryBetween(directory, mine("s3:ListAllMyBuckets"), mine("sns:ListTopics"));
    expect(sets).toMatchObject([
      { change: "change", fields: [], statements: [{ change: "change", sid: "S" }] },
    ]);
  });

  it("show no statements where the text is no policy", () => {
    const values = { permission_set_arn: setArn("A"), inline_policy: "not JSON" };
    const after = { ...values, inline_policy: "{}" };
    const policy = change("update", "aws_ssoadmin_permission_set_inline_policy.a", values, after);
    expect(found(policy).sets).toMatchObject([{ change: "change", statements: [] }]);
  });

  it("say so when a policy is only known after the apply", () => {
    const to = { permission_set_arn: setArn("A") };
    const { sets } = found(
      change("create", "aws_ssoadmin_managed_policy_attachment.a", {}, to),
      change("create", "aws_ssoadmin_customer_managed_policy_attachment.a", {}, to),
      change("create", "aws_ssoadmin_permissions_boundary_attachment.a", {}, to),
    );
    expect(sets[0]?.fields.map((f) => `${f.field} ${f.after}`)).toEqual([
      "customer_managed_policies (known after apply)",
      "managed_policies (known after apply)",
      "permissions_boundary (known after apply)",
    ]);
  });

  it("are sorted by name", () => {
    const two = { permission_sets: { B: { description: "b" }, A: { description: "a" } } };
    expect(summaryBetween(directory, {}, two).sets.map((s) => s.permissionSet)).toEqual(["A", "B"]);
  });
});
