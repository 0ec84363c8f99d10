import { describe, expect, it } from "vitest";
import { type AssignmentKey, assignmentAddress } from "../../../src/access/address.js";
import { formerNames } from "../../../src/workflow/former-names.js";
import { sameAccess } from "../../../src/workflow/guards/same-access.js";
import { catalogOf, groups, users } from "../../doubles/catalog.js";
import { directoryOf } from "../../doubles/directory.js";
import { modelOf } from "../../doubles/facts.js";
import { type ChangeJson, change, planJson } from "../../doubles/plan-json.js";
import { guardFacts } from "./guard-facts.js";

const dev = "100000000002";
const name = 'New "one"';
const directory = directoryOf({ groups: [name], users: ["jo"] });
const model = modelOf(
  catalogOf({
    account_assignments: {
      dev: {
        ...groups({ [name]: ["ReadOnlyAccess", "AdministratorAccess"] }),
        ...users({ jo: ["ReadOnlyAccess"] }),
      },
    },
  }),
  directory,
);
const assignment = (id: string) => `aws_ssoadmin_account_assignment.${id}`;
const access = { target_id: dev, principal_id: "g-1", permission_set_arn: "arn:set" };
const absent = { file: "catalog/moves.yaml", exists: false };
const found = (...changes: readonly ChangeJson[]) =>
  sameAccess(guardFacts({ changes }, { model, moves: absent }));
const remake = (from: string, to: string, values: Readonly<Record<string, string>> = access) => [
  change("delete", from, values),
  change("create", to, values),
];

describe("sameAccess", () => {
  it("refuses to delete and create one access, and gives the line that moves it", () => {
    expect(found(...remake(assignment("Old"), assignment("New")))).toEqual([
      {
        code: "IDC408",
        guard: "same-access",
        message: `the plan would take away access that it also gives: ${assignment("Old")} and ${assignment("New")}`,
        hint: `a group or user was probably renamed; write catalog/moves.yaml with "version: 1", "moved:" and below it the line \`- { from: "${assignment("Old")}", to: "${assignment("New")}" }\`, and plan again`,
      },
    ]);
  });

  it("refuses to delete what it adopts: it exists because it is the same", () => {
    const changes = [
      change("import", assignment("New"), access),
      change("delete", assignment("Old"), access),
    ];
    expect(found(...changes)).toMatchObject([{ code: "IDC408" }]);
  });

  it("refuses to delete and adopt one access as well", () => {
    const changes = [
      change("delete", assignment("Old"), access),
      change("import", assignment("New"), access),
    ];
    expect(found(...changes)).toMatchObject([{ code: "IDC408" }]);
  });

  it.each(["target_id", "principal_id", "permission_set_arn"])("lets through another %s", (key) => {
    const other = { ...access, [key]: "other" };
    expect(
      found(change("delete", assignment("Old"), access), change("create", assignment("New"), other)),
    ).toEqual([]);
  });

  it("takes two unknown values for different ones", () => {
    const unknown = { target_id: dev, principal_id: "g-1" };
    expect(
      found(change("delete", assignment("Old"), unknown), change("create", assignment("New"), unknown)),
    ).toEqual([]);
  });

  it("looks at assignments only, and only at deletions and creations", () => {
    expect(
      found(
        change("delete", "aws_identitystore_group.Old", access),
        change("create", "aws_identitystore_group.New", access),
        change("replace", assignment("Same"), access),
        change("no-op", assignment("Kept"), access),
      ),
    ).toEqual([]);
  });
});

describe("the line for a name that the outputs of before still have", () => {
  const key = {
    accountId: dev,
    principalType: "GROUP",
    principalName: name,
    permissionSet: "ReadOnlyAccess",
  } as const;
  const addressOf = (changed: Partial<AssignmentKey>) =>
    assignment(assignmentAddress({ ...key, ...changed }));
  const outputs = {
    group_map: { before: { "Old, of before": "g-1", Other: "g-2", Unknown: null } },
    user_map: { before: { joe: "u-1" } },
  };
  const problems = (changes: readonly ChangeJson[], exists = true) =>
    sameAccess(
      guardFacts(
        { changes },
        {
          model,
          moves: { ...absent, exists },
          formerNames: formerNames({ ...planJson(...changes), output_changes: outputs }),
        },
      ),
    );

  it("is one for all assignments of a group", () => {
    const changes = (["ReadOnlyAccess", "AdministratorAccess"] as const).flatMap((permissionSet) =>
      remake(addressOf({ permissionSet, principalName: "Old, of before" }), addressOf({ permissionSet }), {
        ...access,
        permission_set_arn: permissionSet,
      }),
    );
    const [problem, ...others] = problems(changes);
    expect(others).toEqual([]);
    expect(problem?.message).toMatch(/, and 1 other assignment$/);
    expect(problem?.hint).toBe(
      'a group or user was probably renamed; add the line `- { from: { group: "Old, of before" }, to: { group: "New \\"one\\"" } }` below "moved:" in catalog/moves.yaml, and plan again',
    );
  });

  it("names a user as a user", () => {
    const jo = { principalType: "USER", principalName: "jo" } as const;
    const changes = remake(addressOf({ ...jo, principalName: "joe" }), addressOf(jo), {
      ...access,
      principal_id: "u-1",
    });
    expect(problems(changes)[0]?.hint).toContain('- { from: { user: "joe" }, to: { user: "jo" } }');
  });

  it("has addresses when the old name does not give the old address", () => {
    const from = addressOf({ principalName: "Older" });
    const line = `- { from: "${from}", to: "${addressOf({})}" }`;
    expect(problems(remake(from, addressOf({})))[0]?.hint).toContain(line);
    expect(problems(remake(from, assignment("Undeclared")))[0]?.hint).toContain(
      `to: "${assignment("Undeclared")}"`,
    );
  });
});
