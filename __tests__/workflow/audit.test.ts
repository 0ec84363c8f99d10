import { describe, expect, it } from "vitest";
import { noBaseline, readBaseline } from "../../src/audit/baseline.js";
import { findingKey } from "../../src/audit/finding.js";
import type { AllAccess } from "../../src/directory/all-access.js";
import { failed } from "../../src/terraform/outcome.js";
import { type AuditInput, audit } from "../../src/workflow/audit.js";
import { done, stopped } from "../../src/workflow/ended.js";
import type { AllAccessInput, Aws, Ports } from "../../src/workflow/ports.js";
import { accessOf, arnOf, assigned, deployed, dev } from "../audit/world.js";
import { catalogOf, groups } from "../doubles/catalog.js";
import { account, directoryOf } from "../doubles/directory.js";
import { modelOf } from "../doubles/facts.js";
import { scriptedState } from "../doubles/kept-state.js";
import { fakePorts, type World } from "../doubles/ports.js";
import { exampleProblem } from "../doubles/terraform.js";

const declared = {
  permission_sets: { Look: {} },
  account_assignments: { dev: groups({ Admins: ["Look"] }) },
};
const organization = directoryOf({ groups: ["Admins"] });
const access = deployed(modelOf(catalogOf(declared), organization), organization);
const expired = stopped("failed", [
  { code: "IDC502", severity: "error", message: "expired", span: null, hint: null },
]);
const problem = failed(exampleProblem);

/** A state with all sets, and with a grant of "Look" in dev to each of these groups. */
function stateOf(...groupIds: readonly string[]): Readonly<Record<string, unknown>> {
  const managed = (type: string, name: string, attributes: object) => ({
    ...{ mode: "managed", type, name },
    instances: [{ attributes }],
  });
  const where = { target_id: dev, permission_set_arn: arnOf("Look"), principal_type: "GROUP" };
  return {
    resources: [
      ...access.sets.map(({ arn, name }) => managed("aws_ssoadmin_permission_set", name, { arn, name })),
      ...groupIds.map((id) => managed("aws_ssoadmin_account_assignment", id, { ...where, principal_id: id })),
    ],
  };
}

/** AWS with the grant of "Look" in dev to these groups instead. */
function accessOfGroups(...groupIds: readonly string[]): AllAccess {
  return accessOf(
    access.sets,
    groupIds.map((id) => assigned(dev, "Look", id)),
  );
}

interface Told {
  readonly world?: World;
  readonly vars?: Readonly<Record<string, unknown>>;
  readonly input?: Partial<AuditInput>;
  readonly aws?: Partial<Aws>;
  readonly ports?: Partial<Ports>;
}

/** An audit of a world in which catalog, state and AWS say the same but for what is told, and what it asked for. */
async function audited({ world = {}, vars = declared, input = {}, aws = {}, ports = {} }: Told = {}) {
  const fake = fakePorts({ access, ...world });
  const answers = { ...fake.aws, ...aws };
  const order: string[] = [];
  const accessInputs: AllAccessInput[] = [];
  const counted: (readonly string[])[] = [];
  const noted: Ports = {
    ...fake,
    aws: {
      ...answers,
      caller: () => {
        order.push("caller");
        return answers.caller();
      },
      directory: (tags, progress) => {
        order.push("directory");
        return answers.directory(tags, progress);
      },
      allAccess: (asked, progress) => {
        order.push("all access");
        accessInputs.push(asked);
        return answers.allAccess(asked, progress);
      },
      members: (storeId, ids) => {
        order.push("members");
        counted.push([storeId, ...ids]);
        return answers.members(storeId, ids);
      },
    },
    terraformVersion: () => {
      order.push("terraform version");
      return fake.terraformVersion();
    },
    keptStateIn: () => scriptedState([], (call) => order.push(call), world.kept ?? stateOf("g-Admins")),
    ...ports,
  };
  const asked = { stack: "my-stack", readsState: true, complete: false, baseline: noBaseline, ...input };
  const ended = await audit(noted, { catalog: catalogOf(vars), ...asked });
  return { ended, order, accessInputs, counted, steps: fake.steps, fake };
}

/** The value of an audit that came to its end. */
async function value(told: Told) {
  const { ended } = await audited(told);
  if (!ended.ok) throw new Error(JSON.stringify(ended.diagnostics));
  const { result, diagnostics } = ended.value;
  return { ...ended.value, keys: result.findings.map(findingKey), codes: diagnostics.map((d) => d.code) };
}

describe("audit", () => {
  it("reads the organization, then the state, then all access, then members, and leaves nothing", async () => {
    const { ended, order, steps, fake } = await audited();
    expect(order).toEqual([
      ...["caller", "directory"],
      ...["terraform version", "init backend", "pull state"],
      ...["all access", "members"],
    ]);
    expect(steps).toEqual([
      "Reading AWS: 2 accounts, 1 group, 0 users!",
      "Reading the state: 9 objects!",
      "Reading all access: 1 grant, 8 permission sets, 0 calls!",
    ]);
    expect(ended).toMatchObject({
      ok: true,
      value: {
        result: {
          ...{ createdAt: "2026-11-24T07:00:00.000Z", findings: [], accepted: [], stateRead: true },
          ...{ expected: [{ principalName: "Admins" }], actual: [{ principalId: "g-Admins" }] },
          reading: access.reading,
        },
        diagnostics: [],
      },
    });
    expect([[...fake.texts.keys()], fake.synthesized, fake.calls]).toEqual([[], [], []]);
  });

  it("needs no Terraform without the state, and then says nothing about it", async () => {
    const ports: Partial<Ports> = {
      terraformVersion: () => Promise.reject(new Error("asked for the version")),
      keptStateIn: () => {
        throw new Error("asked for the state");
      },
    };
    const { ended, order, accessInputs } = await audited({ ports, input: { readsState: false } });
    expect(order).toEqual(["caller", "directory", "all access", "members"]);
    expect(accessInputs[0]?.extraPrincipals).toEqual([]);
    expect(ended).toMatchObject({ ok: true, value: { result: { findings: [], stateRead: false } } });
  });

  it("compares with the state, an empty one as well", async () => {
    const gone = await value({ world: { kept: stateOf("g-Admins", "g-Gone") } });
    expect(gone.keys).toEqual(["IDC617/-/-/-/-"]);
    const empty = await value({ world: { kept: {} } });
    expect([empty.keys, empty.result.stateRead]).toEqual([
      access.sets.map(({ name }) => `IDC616/-/-/-/${name}`),
      true,
    ]);
  });

  it("asks for the grants of those in the state, goes on with a broken reading, and looks everywhere when told to", async () => {
    const world = { kept: stateOf("g-Admins", "g-Gone") };
    const first = await audited({ world });
    const pairs = [{ accountId: dev, permissionSetArn: arnOf("Look") }];
    const extraPrincipals = ["g-Admins", "g-Gone"].map((id) => ({ type: "GROUP", id, pairs }));
    expect(first.accessInputs).toEqual([
      { directory: organization, extraPrincipals, resume: true, complete: false },
    ]);
    const second = await audited({ world, input: { complete: true } });
    expect(second.accessInputs).toMatchObject([{ extraPrincipals, resume: true, complete: true }]);
  });

  it("knows from the state what a group was called whose id AWS no longer has", async () => {
    const outputs = { group_map: { value: { Admins: "g-old" } } };
    const { keys } = await value({
      world: { access: accessOfGroups("g-old"), kept: { ...stateOf("g-old"), outputs } },
    });
    expect(keys).toEqual(["IDC604/-/GROUP/Admins/-"]);
  });

  it("counts the members of the groups that must be there, and of no others", async () => {
    const directory = directoryOf({ groups: ["Admins", "Devs", "Synced", "Others"] });
    const told = {
      world: { directory, members: new Map([["g-Devs", 0]]) },
      vars: { ...declared, required_groups: ["Devs", "Admins"], idp_groups: ["Synced"] },
    };
    const { counted } = await audited(told);
    expect(counted).toEqual([["d-1234567890", "g-Admins", "g-Devs", "g-Synced"]]);
    expect((await value(told)).keys).toEqual(["IDC610/-/GROUP/Devs/-"]);
  });

  it("shows the progress of the reading, and how many calls of all kinds it took", async () => {
    const calls = { "sso.ListPermissionSets": 2, "sso.ListAccountAssignments": 40 };
    const { steps } = await audited({
      aws: {
        allAccess: async (_input, progress) => {
          progress("half of it");
          return done({ ...access, reading: { ...access.reading, calls } });
        },
      },
    });
    expect(steps.slice(2)).toEqual([
      "Reading all access: half of it",
      "Reading all access: 1 grant, 8 permission sets, 42 calls!",
    ]);
  });
});

describe("an audit that cannot read", () => {
  const aws = ["caller", "directory"];
  const state = [...aws, "terraform version", "init backend", "pull state"];
  const kept = (answer: Partial<ReturnType<typeof scriptedState>>): Told => ({
    ports: { keptStateIn: () => ({ ...scriptedState([], () => {}), ...answer }) },
  });
  const noTerraform = { ...exampleProblem, code: "IDC511" };
  it.each<readonly [string, Told, string, readonly string[], string | undefined]>([
    ["who asks", { aws: { caller: async () => expired } }, "IDC502", ["caller"], "Reading AWS failed"],
    ["the directory", { world: { directory: expired } }, "IDC502", aws, "Reading AWS failed"],
    [
      "Terraform's version",
      { world: { terraformVersion: noTerraform } },
      "IDC511",
      state.slice(0, 3),
      "Reading AWS: 2 accounts, 1 group, 0 users!",
    ],
    [
      "where the state is",
      kept({ init: async () => problem }),
      "IDC510",
      state.slice(0, 3),
      "Reading the state failed",
    ],
    ["the state", { world: { kept: exampleProblem } }, "IDC510", state, "Reading the state failed"],
    [
      "all access",
      { world: { access: expired } },
      "IDC502",
      [...state, "all access"],
      "Reading all access failed",
    ],
    [
      "members",
      { aws: { members: async () => expired } },
      "IDC502",
      [...state, "all access", "members"],
      "Reading all access: 1 grant, 8 permission sets, 0 calls!",
    ],
  ])("%s fails with what was said, and reads no further", async (_what, told, code, asked, step) => {
    const { ended, order, steps } = await audited(told);
    expect(ended).toMatchObject({ ok: false, why: "failed", diagnostics: [{ code }] });
    expect([order, steps.at(-1)]).toEqual([asked, step]);
  });

  it("keeps the folder with Terraform's log when the state was not read", async () => {
    const { ended, fake } = await audited({ world: { kept: exampleProblem } });
    expect([...fake.texts.keys()]).toEqual([expect.stringMatching(/\/backend\.tf\.json$/)]);
    expect(ended).toMatchObject({ diagnostics: [{ hint: expect.stringContaining("terraform.log") }] });
  });

  it("is interrupted when Terraform was, and refused when the state is in use elsewhere", async () => {
    const why = async (code: string) =>
      (await audited({ world: { kept: { ...exampleProblem, code } } })).ended;
    expect(await why("IDC518")).toMatchObject({ ok: false, why: "interrupted" });
    expect(await why("IDC515")).toMatchObject({ ok: false, why: "refused" });
  });

  it("never reads a shared state for an endpoint on this machine", async () => {
    const bucket = { backend: { type: "s3" as const, config: { bucket: "acme" } } };
    const world = { isLoopback: true, given: { ...bucket } } as const;
    const { ended, order } = await audited({ world });
    expect(ended).toMatchObject({ ok: false, why: "refused", diagnostics: [{ code: "IDC535" }] });
    expect(order).toEqual(["caller", "directory", "terraform version"]);
  });

  it("asks neither Terraform nor for access when the catalog does not fit the organization", async () => {
    const { ended, order } = await audited({
      world: { directory: directoryOf({ accounts: [account("100000000009", "other")] }) },
    });
    expect(ended).toMatchObject({ ok: false, why: "invalid", diagnostics: [{ code: "IDC301" }] });
    expect(order).toEqual(aws);
  });
});

describe("what an audit says besides its findings", () => {
  const ending = (expires_at: string) => ({
    ...declared,
    account_types: { some: { accounts: ["dev", "nobody-*"] } },
    account_assignments: { dev: { groups: { Admins: { permission_sets: ["Look"], expires_at } } } },
  });

  it.each([
    ["past", "2026-11-01", `IDC608/${dev}/GROUP/Admins/Look`],
    ["near", "2026-11-26", "IDC609/-/GROUP/Admins/Look"],
  ])("has no end of an assignment that is %s: it is a finding", async (_when, day, key) => {
    const { keys, codes } = await value({ vars: ending(day) });
    expect(keys).toEqual([key]);
    expect(codes).toEqual(["IDC307"]);
  });

  it("has what the baseline says, and what it accepts is no finding", async () => {
    const text = `version: 1
accept:
  - { finding: IDC601/${dev}/GROUP/Admins/Look, reason: soon, until: 2026-11-24 }
  - { finding: IDC610/-/GROUP/Admins/-, reason: soon, until: 2026-11-23 }
  - { finding: IDC602/${dev}/GROUP/Admins/Look, reason: no more, until: 2027-01-01 }
`;
    const { baseline } = readBaseline(text, "catalog/audit-baseline.yaml");
    if (baseline === null) throw new Error("the baseline has a mistake");
    const { keys, codes, result, diagnostics } = await value({
      world: { access: accessOfGroups(), members: new Map([["g-Admins", 0]]) },
      vars: {
        ...declared,
        account_types: { some: { accounts: ["dev", "nobody-*"] } },
        required_groups: ["Admins"],
      },
      input: { baseline, readsState: false },
    });
    expect(keys).toEqual(["IDC610/-/GROUP/Admins/-"]);
    expect(result.accepted).toMatchObject([
      { finding: { code: "IDC601" }, reason: "soon", until: "2026-11-24" },
    ]);
    expect(codes).toEqual(["IDC307", "IDC620", "IDC621"]);
    expect(diagnostics[1]?.span).toMatchObject({ file: "catalog/audit-baseline.yaml" });
  });

  it("looks at ends and at the baseline with one clock", async () => {
    const before = Date.UTC(2026, 10, 1, 23, 59, 59);
    const of = (now: number) => value({ vars: ending("2026-11-02"), world: { now } });
    const [near, past] = [await of(before), await of(before + 86_400_000)];
    expect(near.keys[0]).toMatch(/^IDC609/);
    expect([past.result.createdAt, past.keys[0]?.slice(0, 6)]).toEqual([
      "2026-11-02T23:59:59.000Z",
      "IDC608",
    ]);
  });
});
