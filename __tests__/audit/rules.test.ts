import { describe, expect, it } from "vitest";
import { audit } from "../../src/audit/audit.js";
import type { AuditFacts } from "../../src/audit/facts.js";
import { type Finding, findingKey } from "../../src/audit/finding.js";
import { indexFacts } from "../../src/audit/index-facts.js";
import { groups, users } from "../doubles/catalog.js";
import { account, directoryOf } from "../doubles/directory.js";
import {
  accessOf,
  arnOf,
  assigned,
  dev,
  directory,
  factsAfter,
  liveSet,
  prod,
  recorded,
  root,
  withAssignments,
  withSet,
} from "./world.js";

const look = { permission_sets: { Look: { description: "Look at things" } } };
/** Devs look at dev and prod, Admins at dev. */
const vars = {
  ...look,
  account_assignments: {
    dev: groups({ Devs: ["Look"], Admins: ["Look"] }),
    prod: groups({ Devs: ["Look"] }),
  },
};
const none = { state: null, formerNames: new Map<string, readonly string[]>() };

function keys(facts: AuditFacts): readonly string[] {
  return audit(indexFacts(facts)).map((f) => `${f.severity} ${findingKey(f)}`);
}

function only(facts: AuditFacts, code: string): Finding {
  const found = audit(indexFacts(facts)).filter((f) => f.code === code);
  expect(found).toHaveLength(1);
  return found[0] as Finding;
}

const removal = (id: string, set: string, group: string): string =>
  `aws sso-admin delete-account-assignment --region us-east-1 --instance-arn arn:aws:sso:::instance/ssoins-7223aaaabbbbcccc --permission-set-arn ${arnOf(set)} --target-type AWS_ACCOUNT --target-id ${id} --principal-type GROUP --principal-id ${group}`;

describe("a declared grant that AWS lacks (IDC601)", () => {
  const taken = (facts: AuditFacts) =>
    withAssignments(facts, (all) => all.filter((a) => a.accountId !== prod));

  it("is found at its line, and was taken away when the state has it", () => {
    const finding = only(factsAfter(vars, taken), "IDC601");
    expect(finding).toMatchObject({ severity: "error", span: { file: "aws-sso.yaml" } });
    expect(finding.message).toBe(
      '"Devs" does not have Look in prod, though it had at the last apply: somebody took it away',
    );
  });

  it("is not said to have been taken away when no state says that it was there", () => {
    const finding = only(
      factsAfter(vars, (facts) => ({ ...none, ...taken(facts) })),
      "IDC601",
    );
    expect(finding.message).toBe('"Devs" does not have Look in prod');
  });

  it("is one finding for all grants of a group that does not exist", () => {
    const world = directoryOf({ accounts: [...directory.accounts], groups: ["Admins"] });
    const facts = factsAfter(
      vars,
      (f) => ({ ...none, ...withAssignments(f, (all) => all.filter((a) => a.principalId !== "")) }),
      world,
    );
    expect(keys(facts)).toEqual(["error IDC601/-/GROUP/Devs/-"]);
    const { message, hint } = only(facts, "IDC601");
    expect(message).toContain("2 grants");
    expect(hint).toContain("identity provider");
  });

  it("is made by the next deploy when the catalog makes the group", () => {
    const world = directoryOf({ accounts: [...directory.accounts], groups: ["Admins"] });
    const made = (f: AuditFacts) => ({
      ...none,
      ...withAssignments(f, (all) => all.filter((a) => a.principalId !== "")),
    });
    const { hint } = only(factsAfter({ ...vars, groups: ["Devs"] }, made, world), "IDC601");
    expect(hint).toContain("deploy");
    expect(hint).not.toContain("identity provider");
  });

  it("is not made by a deploy when a user has the name of a group that the catalog makes", () => {
    const named = { ...look, groups: ["jo"], account_assignments: { dev: users({ jo: ["Look"] }) } };
    const world = directoryOf({ accounts: [...directory.accounts] });
    const { hint } = only(
      factsAfter(named, (f) => withAssignments(f, () => []), world),
      "IDC601",
    );
    expect(hint).toContain("identity provider");
  });

  it("is one finding for all grants of a set that does not exist", () => {
    const facts = factsAfter(vars, ({ live }) => ({
      live: accessOf(
        live.sets.filter((s) => s.name !== "Look"),
        [],
      ),
    }));
    expect(keys(facts)).toEqual(["error IDC601/-/-/-/Look"]);
    expect(only(facts, "IDC601").message).toBe('AWS does not have permission set "Look", nor its 3 grants');
  });

  it("does not count grants of a set that has none", () => {
    const facts = factsAfter(look, ({ live }) => ({
      live: { ...live, sets: live.sets.filter((s) => s.name !== "Look") },
    }));
    expect(only(facts, "IDC601").message).toBe('AWS does not have permission set "Look"');
  });
});

describe("a grant that nobody declared (IDC602)", () => {
  const added = (facts: AuditFacts) =>
    withAssignments(facts, (all) => [...all, assigned(prod, "Look", "g-Ops")]);

  it("comes with the line that declares it and the command that takes it away", () => {
    const { severity, message, hint } = only(factsAfter(vars, added), "IDC602");
    expect(severity).toBe("error");
    expect(message).toBe('"Ops" has Look in prod, and the catalog does not say so');
    expect(hint).toContain("account_assignments: { prod: { groups: { Ops: { permission_sets: [Look] } } } }");
    expect(hint).toContain(removal(prod, "Look", "g-Ops"));
  });

  it("is taken away by the next deploy when the state has it", () => {
    const facts = factsAfter(vars, (f) => ({ ...added(f), state: recorded(added(f).live) }));
    expect(keys(facts)).toEqual([`error IDC602/${prod}/GROUP/Ops/Look`]);
    const { hint } = only(facts, "IDC602");
    expect(hint).toContain("deploy takes it away");
    expect(hint).not.toContain("aws sso-admin");
  });

  it("declares an odd name as YAML reads it", () => {
    const world = directoryOf({
      accounts: [...directory.accounts, account("100000000004", "a: b")],
      groups: ["Admins", "Devs", 'say "hi" # \u200b'],
    });
    const odd = world.groups.find((g) => g.displayName.startsWith("say"))?.id ?? "";
    const facts = factsAfter(
      vars,
      (f) => withAssignments(f, (all) => [...all, assigned("100000000004", "Look", odd)]),
      world,
    );
    expect(only(facts, "IDC602").hint).toContain(
      `{ "a: b": { groups: { "say \\"hi\\" # \u200b": { permission_sets: [Look] } } } }`,
    );
  });
});

describe("a grant of somebody who is gone (IDC603)", () => {
  const orphan = (facts: AuditFacts) =>
    withAssignments(facts, (all) => [...all, assigned(prod, "Look", "g-Gone")]);

  it("is that and nothing else, with the name it had and the command", () => {
    const facts = factsAfter(vars, (f) => ({
      ...orphan(f),
      formerNames: new Map([...f.formerNames, ["g-Gone", ["Temps"]]]),
    }));
    expect(keys(facts)).toEqual([`warning IDC603/${prod}/GROUP/g-Gone/Look`]);
    expect(only(facts, "IDC603").message).toBe(
      'group g-Gone, once "Temps", is gone and still has Look in prod',
    );
    expect(only(facts, "IDC603").hint).toContain(removal(prod, "Look", "g-Gone"));
  });

  it("is no grant of the user's namesake among the groups", () => {
    const facts = factsAfter(vars, (f) => ({
      ...withAssignments(f, (all) => [...all, assigned(prod, "Look", "u-Devs", "USER")]),
      formerNames: new Map([...f.formerNames, ["u-Devs", ["Devs"]]]),
    }));
    expect(keys(facts)).toEqual([`warning IDC603/${prod}/USER/u-Devs/Look`]);
  });
});

describe("a group that was made again (IDC604)", () => {
  const again = (f: AuditFacts) => ({
    directory: {
      ...f.directory,
      groups: f.directory.groups.map((g) => (g.displayName === "Devs" ? { ...g, id: "g-new" } : g)),
    },
  });

  it("is one finding for all that it lost", () => {
    const facts = factsAfter(vars, again);
    expect(keys(facts)).toEqual(["error IDC604/-/GROUP/Devs/-"]);
    const { message, details } = only(facts, "IDC604");
    expect(message).toBe(
      'group "Devs" was made again: it is g-new now, and its 2 grants belong to g-Devs, which is gone',
    );
    expect(details).toEqual(["dev  Look", "prod  Look"]);
  });

  it("hides nothing of another group that lost the same", () => {
    const facts = factsAfter(vars, (f) => ({
      ...again(f),
      ...withAssignments(f, (all) => all.filter((a) => a.principalId !== "g-Admins")),
    }));
    expect(keys(facts)).toEqual([`error IDC601/${dev}/GROUP/Admins/Look`, "error IDC604/-/GROUP/Devs/-"]);
  });

  it("is another one when the old one lives on under a new name", () => {
    const facts = factsAfter({ ...vars, account_assignments: { dev: groups({ Devs: ["Look"] }) } }, (f) => ({
      directory: {
        ...f.directory,
        groups: [
          ...f.directory.groups.map((g) => (g.id === "g-Devs" ? { ...g, displayName: "Renamed" } : g)),
          { id: "g-new", displayName: "Devs", scim: false },
        ],
      },
    }));
    expect(keys(facts)).toEqual([
      `error IDC601/${dev}/GROUP/Devs/Look`,
      `error IDC602/${dev}/GROUP/Renamed/Look`,
    ]);
  });

  it("cannot be told from others without the names of before", () => {
    const facts = factsAfter(vars, (f) => ({ ...again(f), ...none }));
    expect(keys(facts).map((key) => key.split("/")[0])).toEqual([
      "error IDC601",
      "error IDC601",
      "warning IDC603",
      "warning IDC603",
    ]);
  });
});

describe("a set that nobody declared (IDC605)", () => {
  it("is good to know when nobody has it, with the command that deletes it", () => {
    const facts = factsAfter(vars, ({ live }) => ({
      live: { ...live, sets: [...live.sets, liveSet("Stray")] },
    }));
    expect(keys(facts)).toEqual(["info IDC605/-/-/-/Stray"]);
    expect(only(facts, "IDC605").hint).toContain(
      `aws sso-admin delete-permission-set --region us-east-1 --instance-arn arn:aws:sso:::instance/ssoins-7223aaaabbbbcccc --permission-set-arn ${arnOf("Stray")}`,
    );
  });

  it("lists who has it", () => {
    const facts = factsAfter(vars, ({ live }) => ({
      live: accessOf(
        [...live.sets, liveSet("Stray")],
        [...live.assignments, assigned(dev, "Stray", "g-Ops"), assigned(prod, "Stray", "u-jo", "USER")],
      ),
    }));
    expect(keys(facts)).toEqual(["warning IDC605/-/-/-/Stray"]);
    expect(only(facts, "IDC605").details).toEqual([`Ops -> dev (${dev})`, `jo -> prod (${prod})`]);
  });
});

describe("a set that is not provisioned everywhere (IDC607)", () => {
  it("comes with the accounts and the command", () => {
    const { severity, message, hint, details } = only(
      factsAfter(vars, (f) => withSet(f, "Look", { outdatedIn: [prod, "999999999999"] })),
      "IDC607",
    );
    expect(severity).toBe("warning");
    expect(message).toBe('1 account has an older version of permission set "Look"');
    expect(details).toEqual([`prod (${prod})`]);
    expect(hint).toContain(`aws sso-admin provision-permission-set --region us-east-1`);
    expect(hint).toContain(`--permission-set-arn ${arnOf("Look")}`);
  });
});

describe("the end of a grant", () => {
  const until = (at: string) => ({
    ...look,
    account_assignments: { dev: { groups: { Devs: { permission_sets: ["Look"], expires_at: at } } } },
  });
  const still = (facts: AuditFacts) => withAssignments(facts, () => [assigned(dev, "Look", "g-Devs")]);

  it("is an error when it is past and AWS has the grant (IDC608), which is then declared enough", () => {
    const facts = factsAfter(until("2026-11-24"), still);
    expect(keys(facts)).toEqual([`error IDC608/${dev}/GROUP/Devs/Look`]);
    expect(only(facts, "IDC608")).toMatchObject({
      message: '"Devs" still has Look in dev, which ended on 2026-11-24',
      span: { file: "aws-sso.yaml" },
    });
  });

  it("is nothing when it is past and AWS has no such grant", () => {
    expect(keys(factsAfter(until("2026-11-24")))).toEqual([]);
  });

  it("is nothing when another line gives the same without end", () => {
    const facts = factsAfter({
      ...until("2026-11-24"),
      account_types: { all: { all: true, exclude: ["root", "prod"] } },
      account_type_assignments: { all: groups({ Devs: ["Look"] }) },
    });
    expect(keys(facts)).toEqual([]);
  });

  it("is found even when the grant, were it still declared, would be refused", () => {
    const facts = factsAfter(
      {
        ...look,
        management_account: { allow: false },
        account_assignments: {
          root: { groups: { Devs: { permission_sets: ["Look"], expires_at: "2026-11-24" } } },
        },
      },
      (f) => withAssignments(f, () => [assigned(root, "Look", "g-Devs")]),
    );
    expect(keys(facts)).toEqual([`error IDC608/${root}/GROUP/Devs/Look`]);
  });

  it("is no news in a catalog that is switched off: none of its sets is declared", () => {
    expect(
      keys(
        factsAfter({ ...until("2026-11-24"), enabled: false }, (f) => ({
          live: accessOf([liveSet("Look")], still(f).live.assignments),
        })),
      ),
    ).toEqual(["warning IDC605/-/-/-/Look"]);
  });

  it("is good to know when it comes within the days of the catalog (IDC609)", () => {
    expect(keys(factsAfter(until("2026-12-08T12:00:00Z")))).toEqual(["info IDC609/-/GROUP/Devs/Look"]);
    expect(keys(factsAfter(until("2026-12-08T12:00:01Z")))).toEqual([]);
    expect(keys(factsAfter({ ...until("2026-12-08T12:00:00Z"), expiry_warning_days: 13 }))).toEqual([]);
  });

  it("has one key for the ends of one access, though they differ by account", () => {
    const ends = { dev: "2026-12-01", prod: "2026-12-02" };
    const account_assignments = Object.fromEntries(
      Object.entries(ends).map(([name, expires_at]) => [
        name,
        { groups: { Devs: { permission_sets: ["Look"], expires_at } } },
      ]),
    );
    const facts = factsAfter({ ...look, account_assignments });
    expect(keys(facts)).toEqual(["info IDC609/-/GROUP/Devs/Look"]);
    expect(only(facts, "IDC609").message).toBe('Look of "Devs" ends from 2026-12-01 in 2 accounts');
    expect(only(facts, "IDC609").details).toEqual([`2026-12-01  dev (${dev})`, `2026-12-02  prod (${prod})`]);
  });
});

describe("groups that are required or synced", () => {
  const required = { ...vars, required_groups: ["Ops"], idp_groups: ["Admins"] };

  it("are spoken of when they are empty (IDC610)", () => {
    const members = new Map([
      ["g-Ops", 0],
      ["g-Admins", 3],
    ]);
    expect(keys(factsAfter(required, () => ({ members })))).toEqual(["warning IDC610/-/GROUP/Ops/-"]);
    expect(keys(factsAfter(required, () => ({ members: null })))).toEqual([]);
  });

  it("are spoken of when SCIM made others but not them (IDC611)", () => {
    const accounts = [...directory.accounts];
    const mixed = directoryOf({ accounts, groups: ["Devs", "Unused"], syncedGroups: ["Admins", "Ops"] });
    expect(keys(factsAfter(required, () => ({}), mixed))).toEqual(["warning IDC611/-/GROUP/Devs/-"]);
    const made = { ...required, groups: ["Devs"] };
    expect(keys(factsAfter(made, () => ({}), mixed))).toEqual([]);
    const byHand = directoryOf({ accounts, groups: ["Admins", "Devs", "Ops"] });
    expect(keys(factsAfter(required, () => ({}), byHand))).toEqual([]);
  });
});

describe("an account that is not active (IDC612)", () => {
  it.each([
    ["SUSPENDED", "account prod (100000000003) is SUSPENDED, and has 1 grant"],
    ["CLOSED", "account prod (100000000003) is CLOSED, and has 1 grant"],
  ] as const)("is one finding with its grants when it is %s", (status, message) => {
    const closed = (f: AuditFacts) => ({
      directory: {
        ...f.directory,
        accounts: f.directory.accounts.map((a) => (a.id === prod ? { ...a, status } : a)),
      },
    });
    const facts = factsAfter(vars, closed);
    expect(keys(facts)).toEqual([`warning IDC612/${prod}/-/-/-`]);
    expect(only(facts, "IDC612")).toMatchObject({ message, details: ["Devs  Look"] });
  });

  it("leaves nothing else to say of its grants, declared or not", () => {
    const facts = factsAfter(vars, (f) => ({
      ...withAssignments(f, (all) => [...all, assigned(prod, "Look", "g-Ops")]),
      directory: {
        ...f.directory,
        accounts: f.directory.accounts.map((a) => (a.id === prod ? { ...a, status: "SUSPENDED" } : a)),
      },
    }));
    expect(keys(facts)).toEqual([`warning IDC612/${prod}/-/-/-`]);
    expect(only(facts, "IDC612").details).toEqual(["Devs  Look", "Ops  Look"]);
  });

  it("is one finding when the organization does not know it", () => {
    const facts = factsAfter(vars, (f) =>
      withAssignments(f, (all) => [...all, assigned("999999999999", "Look", "g-Ops")]),
    );
    expect(keys(facts)).toEqual(["warning IDC612/999999999999/-/-/-"]);
    expect(only(facts, "IDC612").message).toBe(
      "account 999999999999 is not in the organization, and has 1 grant",
    );
  });
});

describe("a user who is assigned directly (IDC613)", () => {
  it("is good to know when the catalog says so", () => {
    const direct = {
      ...look,
      account_assignments: { dev: users({ jo: ["Look"] }), prod: users({ jo: ["Look"] }) },
    };
    expect(keys(factsAfter(direct))).toEqual(["info IDC613/-/USER/jo/-"]);
  });
});

describe("root sessions outside the management account (IDC614)", () => {
  const assumeRoot = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRoot", Resource: "arn:aws:iam::*:root" }],
  };
  const rooted = { permission_sets: { Rooted: { inline_policy: assumeRoot } } };

  it("are an error, declared or not, and nothing else", () => {
    const account_assignments = { root: groups({ Admins: ["Rooted"] }), dev: groups({ Admins: ["Rooted"] }) };
    expect(keys(factsAfter({ ...rooted, account_assignments }))).toEqual([
      `error IDC614/${dev}/GROUP/Admins/Rooted`,
    ]);
    const facts = factsAfter(rooted, (f) => withAssignments(f, () => [assigned(dev, "Rooted", "g-Ops")]));
    expect(keys(facts)).toEqual([`error IDC614/${dev}/GROUP/Ops/Rooted`]);
    expect(only(facts, "IDC614").hint).toContain(removal(dev, "Rooted", "g-Ops"));
  });

  it("are none of an administrator, who may do everything", () => {
    const all = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
    const account_assignments = { dev: groups({ Admins: ["All"] }) };
    expect(
      keys(factsAfter({ permission_sets: { All: { inline_policy: all } }, account_assignments })),
    ).toEqual([]);
  });
});

describe("the state", () => {
  it("need not have what AWS has as declared: the next deploy adopts it (IDC616)", () => {
    const facts = factsAfter(vars, ({ live }) => ({
      state: recorded({ ...live, assignments: live.assignments.filter((a) => a.accountId !== dev) }),
    }));
    expect(keys(facts)).toEqual(["info IDC616/-/-/-/Look"]);
    const { message, details } = only(facts, "IDC616");
    expect(message).toContain("2 grants of Look");
    expect(details).toEqual([`Admins -> dev (${dev})`, `Devs -> dev (${dev})`]);
  });

  it("need not have a set that AWS has as declared (IDC616)", () => {
    const facts = factsAfter(vars, ({ live }) => ({
      state: recorded({ ...live, sets: live.sets.filter((set) => set.name !== "Look") }),
    }));
    expect(keys(facts)).toEqual(["info IDC616/-/-/-/Look"]);
    expect(only(facts, "IDC616").message).toBe(
      'Terraform\'s state does not have permission set "Look" that AWS has and the catalog says',
    );
  });

  it("has what neither AWS nor the catalog has, by names (IDC617)", () => {
    const facts = factsAfter(vars, ({ live }) => ({
      state: recorded({
        ...live,
        assignments: [
          ...live.assignments,
          assigned(dev, "Look", "g-Ops"),
          assigned("999999999999", "Old", "g-x"),
        ],
      }),
    }));
    expect(keys(facts)).toEqual(["info IDC617/-/-/-/-"]);
    expect(only(facts, "IDC617").details).toEqual([
      `Ops  Look  dev (${dev})`,
      `g-x  ${arnOf("Old")}  999999999999`,
    ]);
  });

  it("is not said to have alone what the catalog still gives to a group that is gone", () => {
    const facts = factsAfter(vars, (f) => ({
      ...withAssignments(f, (all) => all.filter((a) => a.principalId !== "g-Devs")),
      directory: { ...f.directory, groups: f.directory.groups.filter((g) => g.displayName !== "Devs") },
    }));
    expect(keys(facts)).toEqual(["error IDC601/-/GROUP/Devs/-"]);
  });

  it("says nothing when it was not asked", () => {
    const facts = factsAfter(vars, (f) => ({ ...none, ...withAssignments(f, (all) => all) }));
    expect(keys(facts)).toEqual([]);
  });
});

describe("the order of findings", () => {
  it("is by severity, then code and subject", () => {
    const facts = factsAfter({ ...vars, account_assignments: { dev: users({ jo: ["Look"] }) } }, (f) =>
      withAssignments(f, (all) => [
        ...all,
        assigned(prod, "Look", "g-gone"),
        assigned(prod, "Look", "g-Ops"),
        assigned(dev, "Look", "g-Ops"),
        assigned(dev, "RootAccess", "g-Ops"),
      ]),
    );
    expect(keys(facts)).toEqual([
      `error IDC602/${dev}/GROUP/Ops/Look`,
      `error IDC602/${prod}/GROUP/Ops/Look`,
      `error IDC614/${dev}/GROUP/Ops/RootAccess`,
      `warning IDC603/${prod}/GROUP/g-gone/Look`,
      "info IDC613/-/USER/jo/-",
    ]);
  });
});
