import { describe, expect, it } from "vitest";
import { catalogOf, groups, users } from "../../../doubles/catalog.js";
import { account, directoryOf, managementAccountId } from "../../../doubles/directory.js";
import { modelOf } from "../../../doubles/facts.js";
import { change } from "../../../doubles/plan-json.js";
import { changesBetween, objectsOf, summaryBetween, summaryOf } from "../planned.js";

type Vars = Readonly<Record<string, unknown>>;

const names = ["dev", "test", "plat-prod", "qa-1", "qa-2"];
const accounts = [
  account(managementAccountId, "root"),
  ...names.map((name, i) => account(`10000000001${i}`, name)),
];
const directory = directoryOf({
  accounts: [...accounts, account("100000000099", "closed", { status: "SUSPENDED" })],
  groups: ["Admins", "Ops"],
  users: ["jo"],
});
const because = (before: Vars, after: Vars) =>
  summaryBetween(directory, before, after).broadening.map((b) => `${b.kind}: ${b.message}`);
/** Admins have these sets in these accounts. */
const admins = (sets: readonly string[], ...where: readonly string[]) => ({
  account_assignments: Object.fromEntries(where.map((name) => [name, groups({ Admins: sets })])),
});
const mine = (fields: Vars, where: Vars = admins(["Mine"], "dev")) => ({
  ...where,
  permission_sets: { Mine: fields },
});
const policy = (...statements: readonly Vars[]) => ({ Version: "2012-10-17", Statement: statements });
const allow = (Action: string | readonly string[]) => ({ Effect: "Allow", Action, Resource: "*" });

describe("a new grant", () => {
  it("broadens access, and is counted when it is not a grave one", () => {
    expect(because({}, admins(["ReadOnlyAccess"], "dev"))).toEqual(["grant: 1 new grant"]);
    expect(because({}, admins(["ReadOnlyAccess", "PowerUserAccess"], "dev"))).toEqual([
      "grant: 2 new grants",
    ]);
  });

  it("is counted apart from the grave ones, which come first", () => {
    expect(because({}, admins(["ReadOnlyAccess"], "dev", "plat-prod", "root"))).toEqual([
      "management-account: Admins gets ReadOnlyAccess in the management account root",
      "production: Admins gets ReadOnlyAccess in production: plat-prod",
      "grant: 1 other new grant",
    ]);
  });

  it("of an administrator's set is a grave one, with the reason unless the name says it", () => {
    const full = { inline_policy: policy(allow("iam:*")) };
    expect(because({}, admins(["AdministratorAccess"], "dev"))).toEqual([
      "administrator: Admins gets AdministratorAccess in dev",
    ]);
    expect(because({}, mine({ managed_policies: ["IAMFullAccess"] }))).toEqual([
      "administrator: Admins gets Mine (administrator-equivalent: the AWS managed policy IAMFullAccess) in dev",
    ]);
    expect(because({}, mine(full))[0]).toMatch(
      /^administrator: Admins gets Mine \(administrator-equivalent: its inline policy: .+\) in dev$/,
    );
  });

  it("names three accounts and counts the others, and says that a user is one", () => {
    const where = Object.fromEntries(names.map((name) => [name, users({ jo: ["AdministratorAccess"] })]));
    expect(because({}, { account_assignments: where })).toEqual([
      "administrator: user jo gets AdministratorAccess in dev, plat-prod, qa-1 and 2 more",
      "production: user jo gets AdministratorAccess in production: plat-prod",
    ]);
  });

  it("is one line for each principal and set", () => {
    const both = groups({ Ops: ["AdministratorAccess"], Admins: ["AdministratorAccess", "ReadOnlyAccess"] });
    expect(because({}, { account_assignments: { dev: both, test: both } })).toEqual([
      "administrator: Admins gets AdministratorAccess in dev, test",
      "administrator: Ops gets AdministratorAccess in dev, test",
      "grant: 2 other new grants",
    ]);
  });

  it("is one of twenty lines at most, and one that counts the rest", () => {
    const many = Array.from({ length: 100 }, (_, i) => `Team${100 + i}`);
    const sets = groups(Object.fromEntries(many.map((name) => [name, ["AdministratorAccess"]])));
    const found = summaryBetween(
      directoryOf({ groups: many, accounts }),
      {},
      { account_assignments: { dev: sets, test: sets } },
    );
    expect(found.broadening).toHaveLength(21);
    expect(found.broadening[20]).toEqual({ kind: "administrator", message: "160 more grants of this kind" });
  });

  it("is in production by an account type of that name, even when the account is named", () => {
    const account_types = { production: { accounts: ["qa-*"] }, nonprod: { accounts: ["dev"] } };
    expect(
      because({ account_types }, { account_types, ...admins(["ReadOnlyAccess"], "qa-2", "dev") }),
    ).toEqual(["production: Admins gets ReadOnlyAccess in production: qa-2", "grant: 1 other new grant"]);
  });

  it("is in production by the name that the account map or AWS has for the account", () => {
    const mapped = (id: string, name: string) => ({ account_map: { full_account_map: { [name]: id } } });
    const ofMap = mapped("100000000010", "live");
    const ofAws = mapped("100000000012", "site");
    const inProduction = (name: string) => [`production: Admins gets ReadOnlyAccess in production: ${name}`];
    expect(because(ofMap, { ...ofMap, ...admins(["ReadOnlyAccess"], "live") })).toEqual(inProduction("live"));
    expect(because(ofAws, { ...ofAws, ...admins(["ReadOnlyAccess"], "site") })).toEqual(inProduction("site"));
  });

  it("is everywhere when its principal now has the set in every active account", () => {
    const before = admins(["ReadOnlyAccess"], "root", "dev", "test", "plat-prod", "qa-1");
    const after = admins(["ReadOnlyAccess"], "root", ...names);
    expect(because(before, after)).toEqual(["all-accounts: Admins gets ReadOnlyAccess in every account"]);
  });

  it("is everywhere though Terraform forgets an assignment: AWS keeps that", () => {
    const before = admins(["ReadOnlyAccess"], "root", "dev", "test", "plat-prod", "qa-1");
    const catalog = catalogOf(admins(["ReadOnlyAccess"], "root", ...names));
    const model = modelOf(catalog, directory);
    const changes = changesBetween(
      objectsOf(modelOf(catalogOf(before), directory), directory),
      objectsOf(model, directory),
    ).map((c) =>
      c.change.before?.["target_id"] === "100000000010" ? change("forget", c.address, c.change.before) : c,
    );
    expect(summaryOf({ directory, catalog, model, changes }).broadening).toEqual([
      { kind: "all-accounts", message: "Admins gets ReadOnlyAccess in every account" },
    ]);
  });

  it("is for all accounts by an account type, though it leaves some out", () => {
    const account_types = { everyone: { all: true, exclude: ["root", "plat-prod"] } };
    const after = {
      account_types,
      account_type_assignments: { everyone: groups({ Ops: ["ReadOnlyAccess"] }) },
    };
    expect(because({}, after)).toEqual([
      'all-accounts: Ops gets ReadOnlyAccess by the account type "everyone", for all accounts: dev, qa-1, qa-2 and 1 more',
    ]);
  });

  it("is not everywhere in an organization of one account", () => {
    const alone = directoryOf({ accounts: [account("100000000010", "dev")], groups: ["Admins"] });
    const found = summaryBetween(alone, {}, admins(["ReadOnlyAccess"], "dev"));
    expect(found.broadening).toEqual([{ kind: "grant", message: "1 new grant" }]);
  });

  it("cannot write to the terminal", () => {
    const evil = directoryOf({ accounts: [account("100000000010", "prod\u001b[2J")], groups: ["Admins"] });
    const account_types = { everyone: { all: true } };
    const after = {
      account_types,
      account_type_assignments: { everyone: groups({ Admins: ["ReadOnlyAccess"] }) },
    };
    const [production] = summaryBetween(evil, {}, after).broadening;
    expect(production?.message).toBe("Admins gets ReadOnlyAccess in production: prod\\u001b[2J");
  });
});

describe("a grant that is not new", () => {
  const catalog = catalogOf(admins(["ReadOnlyAccess"], "dev"));
  const model = modelOf(catalog, directory);
  const objects = objectsOf(model, directory);
  const [address = "", values = {}] = [...objects].at(-1) ?? [];
  const others = changesBetween(objects, objects).filter((c) => c.address !== address);
  const found = (...changes: readonly ReturnType<typeof change>[]) =>
    summaryOf({ directory, catalog, model, changes: [...others, ...changes] }).broadening;

  it.each(["no-op", "import", "move", "replace", "forget"] as const)(
    "is one with the action %s",
    (action) => {
      expect(found(change(action, address, values))).toEqual([]);
    },
  );

  it("takes the place of another with the same principal, account and set", () => {
    const elsewhere = change("delete", "aws_ssoadmin_account_assignment.foreign", values);
    expect(found(elsewhere, change("create", address, {}, values))).toEqual([]);
    const { permission_set_arn: _, ...known } = values as Record<string, string>;
    expect(found(elsewhere, change("create", address, {}, known))).toEqual([]);
  });

  it("but one that goes over to another group of the same name is", () => {
    const another = { ...values, principal_id: "g-another" };
    expect(found(change("replace", address, another, values))).toEqual([
      { kind: "grant", message: "1 new grant" },
    ]);
  });
});

describe("a set that somebody has", () => {
  it("allows more with a wider inline policy", () => {
    const before = mine({ inline_policy: policy(allow("s3:GetObject")) });
    const after = mine({ inline_policy: policy(allow(["s3:GetObject", "sns:ListTopics"])) });
    expect(because(before, after)).toEqual(["policy: Mine allows more: its inline policy is wider"]);
    expect(because(after, before)).toEqual([]);
  });

  it("allows more when a Deny is gone, with its policy too", () => {
    const deny = { Effect: "Deny", Action: "s3:*", Resource: "*" };
    const before = mine({ managed_policies: ["ReadOnlyAccess"], inline_policy: policy(deny) });
    expect(because(before, mine({ managed_policies: ["ReadOnlyAccess"] }))).toEqual([
      "policy: Mine allows more: its inline policy is wider",
    ]);
  });

  it("may allow more when a text is no policy", () => {
    const catalog = catalogOf(mine({ inline_policy: policy(allow("s3:GetObject")) }));
    const model = modelOf(catalog, directory);
    const changes = changesBetween(objectsOf(model, directory), objectsOf(model, directory)).map((c) =>
      c.type === "aws_ssoadmin_permission_set_inline_policy"
        ? change("update", c.address, { ...c.change.before, inline_policy: "{" }, c.change.after ?? {})
        : c,
    );
    expect(summaryOf({ directory, catalog, model, changes }).broadening).toEqual([
      { kind: "policy", message: "Mine allows more: its inline policy is wider" },
    ]);
  });

  it("allows more with each policy that is attached", () => {
    const after = mine({
      managed_policies: ["AmazonS3ReadOnlyAccess", "ReadOnlyAccess"],
      customer_managed_policies: ["/team/Deploy", "Other", "More"].map((text) => ({
        name: text.slice(text.lastIndexOf("/") + 1),
        path: text.slice(0, text.lastIndexOf("/") + 1) || "/",
      })),
    });
    expect(because(mine({ managed_policies: ["ReadOnlyAccess"] }), after)).toEqual([
      "policy: Mine allows more: AmazonS3ReadOnlyAccess, /More, /Other and 1 more attached",
    ]);
  });

  it("allows more when a policy that only denies is detached, not when another one is", () => {
    const sets = (...managed_policies: readonly string[]) => mine({ managed_policies });
    const before = sets("AWSCompromisedKeyQuarantineV2", "AWSDenyAll", "ReadOnlyAccess");
    expect(because(before, sets("ReadOnlyAccess"))).toEqual([
      "policy: Mine allows more: AWSCompromisedKeyQuarantineV2, AWSDenyAll detached",
    ]);
    expect(because(sets("AmazonS3FullAccess", "ReadOnlyAccess"), sets("ReadOnlyAccess"))).toEqual([]);
  });

  it("allows more when its boundary is removed or another one, not when it gets one", () => {
    const managed_policies = ["ReadOnlyAccess"];
    const bound = (managed_policy: string) =>
      mine({ managed_policies, permissions_boundary: { managed_policy } });
    const free = mine({ managed_policies });
    const [one, other] = [bound("PowerUserAccess"), bound("ViewOnlyAccess")];
    expect(because(one, free)).toEqual(["policy: Mine allows more: its permissions boundary is removed"]);
    expect(because(one, other)).toEqual([
      "policy: Mine allows more: its permissions boundary is another one",
    ]);
    expect(because(free, one)).toEqual([]);
  });

  it("keeps what Terraform only forgets", () => {
    const catalog = catalogOf(mine({ permissions_boundary: { managed_policy: "PowerUserAccess" } }));
    const model = modelOf(catalog, directory);
    const changes = changesBetween(objectsOf(model, directory), objectsOf(model, directory)).map((c) => {
      const values = c.change.before ?? {};
      if (c.type === "aws_ssoadmin_permissions_boundary_attachment")
        return change("forget", c.address, values);
      return values["name"] === "Mine"
        ? change("update", c.address, values, { ...values, description: "x" })
        : c;
    });
    const { sets, broadening } = summaryOf({ directory, catalog, model, changes });
    expect(sets.map((s) => s.fields.map((f) => f.field))).toEqual([["description"]]);
    expect(broadening).toEqual([]);
  });

  it("becomes an administrator's, which is graver than allowing more", () => {
    const before = mine({ managed_policies: ["ReadOnlyAccess"] });
    const after = mine({ managed_policies: ["AdministratorAccess", "ReadOnlyAccess"] });
    expect(because(before, after)).toEqual([
      "administrator: Mine becomes administrator-equivalent: the AWS managed policy AdministratorAccess",
    ]);
    expect(
      because(
        mine({ inline_policy: policy(allow("s3:GetObject")) }),
        mine({ inline_policy: policy(allow("*")) }),
      )[0],
    ).toMatch(/^administrator: Mine becomes administrator-equivalent: its inline policy: /);
  });

  it("only allows more when it was an administrator's before", () => {
    const before = mine({ managed_policies: ["AdministratorAccess"] });
    const after = mine({ managed_policies: ["AdministratorAccess", "AmazonS3FullAccess"] });
    expect(because(before, after)).toEqual(["policy: Mine allows more: AmazonS3FullAccess attached"]);
  });

  it.each([
    [undefined, "PT4H", "sessions of Mine last PT4H instead of PT1H"],
    ["PT4H", "PT12H", "sessions of Mine last PT12H instead of PT4H"],
    ["PT4H", undefined, null],
    ["PT12H", "PT4H", null],
    ["PT60M", "PT1H", null],
    [undefined, "PT1H", null],
  ])("has sessions of %s, then of %s", (from, to, message) => {
    const lasting = (session_duration: string | undefined) =>
      mine({
        managed_policies: ["ReadOnlyAccess"],
        ...(session_duration === undefined ? {} : { session_duration }),
      });
    expect(because(lasting(from), lasting(to))).toEqual(message === null ? [] : [`session: ${message}`]);
  });

  it("is somebody's when it is given away only now", () => {
    const before = mine({ managed_policies: ["ReadOnlyAccess"] }, {});
    const after = mine({ managed_policies: ["AmazonS3FullAccess", "ReadOnlyAccess"] });
    expect(because(before, after)).toEqual([
      "policy: Mine allows more: AmazonS3FullAccess attached",
      "grant: 1 new grant",
    ]);
  });

  it("broadens nothing when nobody has it, or when it is made or deleted", () => {
    const narrow = mine({ managed_policies: ["ReadOnlyAccess"] }, {});
    const wide = mine({ managed_policies: ["AdministratorAccess"], session_duration: "PT4H" }, {});
    expect(because(narrow, wide)).toEqual([]);
    expect(because({}, wide)).toEqual([]);
    expect(
      because(mine({ inline_policy: policy({ Effect: "Deny", Action: "*", Resource: "*" }) }), {}),
    ).toEqual([]);
  });
});
