import { describe, expect, it } from "vitest";
import type { Nearest } from "../../../src/access/explain/nearest.js";
import { account, directoryOf } from "../../doubles/directory.js";
import { answer, at, type Files, factsOf, place } from "./explained.js";

const files: Files = {
  "aws-sso.yaml": `
components:
  terraform:
    aws-sso:
      vars:
        region: us-east-1
        account_map:
          full_account_map:
            root: "100000000001"
            dev: "100000000002"
            test: "100000000003"
            prod: "100000000004"
        account_types:
          small: { accounts: [dev, test] }
          large: { accounts: ["*"], exclude: [root] }
          long: { accounts: [prod] }
        session_durations: { long: PT4H }
        account_assignments: # accounts
          root:
            groups: # root groups
              Managers: { permission_sets: [RootAccess] } # managers
        account_type_assignments:
          large:
            groups:
              Devs: { permission_sets: [PowerUserAccess] } # large
              devs: { permission_sets: [BillingReadOnlyAccess] } # lower case
          small:
            groups:
              Devs: { permission_sets: [AdministratorAccess] } # small
          long:
            groups:
              Devs: { permission_sets: [ReadOnlyAccess] } # long
`,
};
const facts = factsOf(files);
const here = (needle: string) => at(files, "aws-sso.yaml", needle);
const shown = ({ kind, meant, places, edit }: Nearest) => ({
  kind,
  ...(meant === null ? {} : { meant }),
  at: places.map((p) => place(p.span)),
  edit: edit === null ? null : [place(edit.span), edit.path, edit.exists, edit.accounts.map((a) => a.name)],
});
const nearest = (question: Parameters<typeof answer>[1]) => {
  const { grants, nearest: found } = answer(facts, question);
  if (found === null) throw new Error(JSON.stringify(grants));
  return shown(found);
};
const listOf = (target: string, group: string) =>
  `account_type_assignments.${target}.groups.${group}.permission_sets`;

describe("the nearest to a grant that is not there", () => {
  it("is the same set with another session length", () => {
    expect(nearest({ group: "Devs", account: "prod", permissionSet: "ReadOnlyAccess" })).toEqual({
      kind: "session",
      at: [here("# long")],
      // Whatever is written in a type with a session of its own is the copy.
      edit: null,
    });
  });

  it("has no list to edit that would give another set", () => {
    const prod = { group: "Devs", account: "prod" };
    expect(nearest({ ...prod, permissionSet: "RootAccess" }).edit).toEqual([
      here("# large"),
      listOf("large", "Devs"),
      true,
      ["dev", "test", "prod"],
    ]);
    const copy = answer(facts, { ...prod, group: "Managers", permissionSet: "ReadOnlyAccess-4h" }).nearest
      ?.edit;
    expect([copy?.path, copy?.permissionSet]).toEqual([listOf("long", "Managers"), "ReadOnlyAccess"]);
    const elsewhere = { group: "Managers", account: "dev", permissionSet: "ReadOnlyAccess-4h" };
    expect(nearest(elsewhere).edit).toBeNull();
  });

  it("takes the type whose sessions are as long as those of the copy; and no list that has ended", () => {
    const copies = {
      "aws-sso.yaml": `x: &sets [ReadOnlyAccess]
components:
  terraform:
    aws-sso:
      vars:
        region: us-east-1
        account_map: { full_account_map: { prod: "100000000002", dev: "100000000003" } }
        account_types:
          four: { accounts: [prod, dev] }
          eight: { accounts: [prod] }
        session_durations: { four: PT4H, eight: PT8H }
        account_assignments: { prod: { groups: { Devs: { permission_sets: *sets } } } }
        account_type_assignments:
          four: { groups: { Ops: { permission_sets: [RootAccess] } } }
          eight: { groups: { Ops: { permission_sets: [RootAccess] } } }
`,
    };
    const question = { group: "Devs", account: "prod", permissionSet: "RootAccess-4h" };
    expect(answer(factsOf(copies), question).nearest?.edit?.path).toBe(
      "account_type_assignments.four.groups.Devs.permission_sets",
    );
    const ended = {
      "aws-sso.yaml": `x: &sets [ReadOnlyAccess]
components:
  terraform:
    aws-sso:
      vars:
        region: us-east-1
        account_map: { full_account_map: { prod: "100000000002" } }
        account_types: { all: { all: true } }
        account_assignments: { prod: { groups: { Devs: { permission_sets: *sets } } } }
        account_type_assignments:
          all: { groups: { Devs: { permission_sets: *sets, expires_at: 2026-01-01 } } }
`,
    };
    const { nearest: found } = answer(factsOf(ended), { ...question, permissionSet: "RootAccess" });
    expect(found?.places.map((p) => p.path)).toEqual(["account_assignments.prod.groups.Devs"]);
  });

  it("does not offer a list that has ended", () => {
    const ended = {
      "aws-sso.yaml": `components:
  terraform:
    aws-sso:
      vars:
        region: us-east-1
        account_map: { full_account_map: { dev: "100000000002" } }
        account_types: { all: { all: true } }
        account_assignments:
          dev: { groups: { Devs: { permission_sets: [ReadOnlyAccess], expires_at: 2026-01-01 } } }
`,
    };
    const question = { group: "Devs", account: "dev", permissionSet: "RootAccess" };
    expect(answer(factsOf(ended), question).nearest?.edit?.path).toBe(
      "account_type_assignments.all.groups.Devs.permission_sets",
    );
  });

  it("is what the group has there; the list to edit is that of the type with fewest accounts", () => {
    expect(nearest({ group: "Devs", account: "dev", permissionSet: "RootAccess" })).toEqual({
      kind: "otherSets",
      at: [here("# large"), here("# small")],
      edit: [here("# small"), listOf("small", "Devs"), true, ["dev", "test"]],
    });
  });

  it("is a name in another case that has it, though the one that was asked for exists", () => {
    const question = { group: "devs", permissionSet: "AdministratorAccess" };
    expect(nearest(question)).toEqual({ kind: "misspelt", meant: "Devs", at: [here("# small")], edit: null });
  });

  it("is a name that was probably meant, when nobody knows the one that was asked for", () => {
    const all = [here("# large"), here("# small"), here("# long")];
    expect(nearest({ group: "Dev" })).toMatchObject({ kind: "misspelt", meant: "Devs", at: all });
    // What the meant group has in the account comes before where it is mentioned.
    expect(nearest({ group: "Dev", account: "prod" }).at).toEqual([here("# large"), here("# long")]);
    expect(nearest({ group: "Manager", account: "dev" }).at).toEqual([here("# managers")]);
    expect(nearest({ user: "Dev" }).kind).toBe("nowhere");
  });

  it("is who else has it there; a new list is for the account alone", () => {
    const question = { group: "Devs", account: "root", permissionSet: "RootAccess" };
    expect(nearest(question)).toEqual({
      kind: "otherPrincipals",
      at: [here("# managers")],
      edit: [here("# root groups"), "account_assignments.root.groups.Devs.permission_sets", false, ["root"]],
    });
  });

  it("is where the group, or the set, is granted at all", () => {
    expect(
      nearest({ group: "Managers", account: "dev", permissionSet: "BillingAdministratorAccess" }),
    ).toEqual({
      kind: "elsewhere",
      at: [here("# managers")],
      edit: [here("# accounts"), "account_assignments.dev.groups.Managers.permission_sets", false, ["dev"]],
    });
    expect(nearest({ account: "dev", permissionSet: "RootAccess" })).toEqual({
      kind: "elsewhere",
      at: [here("# managers")],
      edit: null,
    });
  });

  it("is nothing, but still a place to write it", () => {
    expect(nearest({ group: "Nobody", account: "dev", permissionSet: "BillingAdministratorAccess" })).toEqual(
      {
        kind: "nowhere",
        at: [],
        edit: [here("# accounts"), "account_assignments.dev.groups.Nobody.permission_sets", false, ["dev"]],
      },
    );
    const bare = {
      "aws-sso.yaml": `components:
  terraform:
    aws-sso: # component
      vars: { region: us-east-1, account_map: { full_account_map: { dev: "100000000002" } } }
`,
    };
    const { nearest: found } = answer(factsOf(bare), {
      group: "A",
      account: "dev",
      permissionSet: "RootAccess",
    });
    expect(place(found?.edit?.span ?? facts.catalog.span)).toBe(at(bare, "aws-sso.yaml", "# component"));
  });

  it("does not take a list of another account for that of this one, though an anchor makes them one", () => {
    const shared = {
      "aws-sso.yaml": `components:
  terraform:
    aws-sso:
      vars:
        region: us-east-1
        account_map: { full_account_map: { dev: "100000000002", prod: "100000000003" } }
        account_assignments:
          dev: &all { groups: { Devs: { permission_sets: [ReadOnlyAccess] } } }
          prod: *all
`,
    };
    const question = { group: "Devs", account: "prod", permissionSet: "RootAccess" };
    const { nearest: found } = answer(factsOf(shared), question);
    expect(found?.places.map((p) => p.path)).toEqual(["account_assignments.prod.groups.Devs"]);
    expect(found?.edit).toMatchObject({
      path: "account_assignments.prod.groups.Devs.permission_sets",
      sharedWith: ["account_assignments.dev.groups.Devs"],
    });
  });

  it("knows names of the directory, and that a group there is no misspelling", () => {
    const directory = directoryOf({
      accounts: [account("100000000001", "root"), account("100000000002", "dev")],
      groups: ["Developers", "Devss"],
      users: ["joanna"],
    });
    const named = {
      "aws-sso.yaml": `components:
  terraform:
    aws-sso:
      vars: { region: us-east-1, account_assignments: { dev: { groups: { Devs: { permission_sets: [RootAccess] } } } } }
`,
    };
    const kinds = (question: Parameters<typeof answer>[1]) => {
      const found = answer(factsOf(named, directory), question).nearest;
      return [found?.kind, found?.meant];
    };
    expect(kinds({ group: "Devss" })).toEqual(["nowhere", null]);
    expect(kinds({ group: "Developer" })).toEqual(["misspelt", "Developers"]);
    expect(kinds({ user: "johanna" })).toEqual(["misspelt", "joanna"]);
  });
});

describe("a question", () => {
  it.each([
    [{ account: "deb" }, 'unknown account "deb" - did you mean "dev"?'],
    [{ account: "100000000009" }, 'unknown account "100000000009" - did you mean "100000000001"?'],
    [{ account: "small" }, '"small" is an account type: give one of its accounts, such as dev, test'],
    [{ permissionSet: "Rootaccess" }, 'unknown permission set "Rootaccess" - did you mean "RootAccess"?'],
    [{ group: "" }, "the name of a group is empty"],
    [{ user: "", account: "dev" }, "the name of a user is empty"],
    [{ account: "x", permissionSet: "y" }, 'unknown account "x"\nunknown permission set "y"'],
  ])("%o: %s", (question, message) => {
    expect(() => answer(facts, question)).toThrow(new Error(message));
  });

  it("names an account by any of its names, or by its id", () => {
    const two = {
      "aws-sso.yaml": `components:
  terraform:
    aws-sso:
      vars:
        region: us-east-1
        account_map: { full_account_map: { dev: "100000000002", develop: "100000000002" } }
        account_assignments: { develop: { groups: { Devs: { permission_sets: [RootAccess] } } } }
`,
    };
    for (const name of ["dev", "develop", "100000000002"]) {
      const { grants } = answer(factsOf(two), { account: name });
      expect(grants.map((g) => [g.grant.accountName, g.because[0]?.path])).toEqual([
        ["dev", "account_assignments.develop.groups.Devs"],
      ]);
    }
  });

  it("takes an id for a name that two accounts have", () => {
    const directory = directoryOf({
      accounts: [account("100000000002", "dev"), account("100000000003", "dev")],
    });
    const named = {
      "aws-sso.yaml": "components: { terraform: { aws-sso: { vars: { region: us-east-1 } } } }\n",
    };
    const ask = (name: string) => answer(factsOf(named, directory), { account: name });
    expect(() => ask("dev")).toThrow(
      'account name "dev" belongs to 100000000002 and 100000000003: give the id',
    );
    expect(ask("100000000003").grants).toEqual([]);
  });
});
