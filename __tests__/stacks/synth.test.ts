import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccessModel, Grant, PermissionSet } from "../../src/access/model.js";
import type { SynthInput } from "../../src/access/synth.js";
import { goldenCases } from "../golden/cases.js";
import { hostileText } from "./hostile.js";
import { synthesize } from "./synthesize.js";
import { evaluateTemplate } from "./template.js";

interface Config {
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly output: Readonly<Record<string, { readonly value: unknown }>>;
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
}

const withDirectory = input("with-directory");
const withoutDirectory = input("without-directory");

function input(name: string): SynthInput {
  const found = goldenCases().find((c) => c.name === name);
  if (found === undefined) throw new Error(`no golden case ${name}`);
  return found.input;
}

function withModel(base: SynthInput, change: Partial<AccessModel>): SynthInput {
  return { ...base, model: { ...base.model, ...change } };
}

async function config(of: SynthInput): Promise<Config> {
  return JSON.parse(await synthesize(of)) as Config;
}

function assignments({ resource }: Config): readonly string[] {
  return Object.keys(resource?.aws_ssoadmin_account_assignment ?? {}).toSorted();
}

function grantOf(base: SynthInput, change: Partial<Grant>): Grant {
  const [first] = base.model.grants;
  if (first === undefined) throw new Error("the case has no grant");
  return { ...first, ...change };
}

describe("the text", () => {
  it("is the same every time", async () => {
    expect(await synthesize(withDirectory)).toBe(await synthesize(withDirectory));
  });

  it("does not depend on the order of the model", async () => {
    const { permissionSets, principals, grants } = withDirectory.model;
    const reversed = withModel(withDirectory, {
      permissionSets: permissionSets.toReversed(),
      principals: principals.toReversed(),
      grants: grants.toReversed(),
    });
    expect(await synthesize(reversed)).toBe(await synthesize(withDirectory));
  });

  it("does not hold the name of an account", async () => {
    const grants = withDirectory.model.grants.map((g) => ({ ...g, accountName: "renamed" }));
    expect(await synthesize(withModel(withDirectory, { grants }))).toBe(await synthesize(withDirectory));
  });

  it("holds no path of this machine", async () => {
    for (const { input: of } of goldenCases()) {
      expect(await synthesize(of)).not.toContain(process.cwd());
    }
  });

  it("needs no program", async () => {
    const path = process.env.PATH;
    process.env.PATH = "";
    try {
      await expect(synthesize(input("created-group-and-boundaries"))).resolves.toContain('"cloud"');
    } finally {
      process.env.PATH = path;
    }
  });
});

describe("addresses", () => {
  it("stay when a grant is added", async () => {
    const before = assignments(await config(withDirectory));
    const added = grantOf(withDirectory, { accountId: "000000000001" });
    const grants = [added, ...withDirectory.model.grants];
    const after = assignments(await config(withModel(withDirectory, { grants })));
    expect(after).toHaveLength(before.length + 1);
    expect(after).toEqual(expect.arrayContaining([...before]));
  });

  it("keep apart what CDKTF's own names would merge", async () => {
    const [set] = withDirectory.model.permissionSets as readonly [PermissionSet];
    const names = ["Dev Ops", "DevOps", "dev.ops"];
    const permissionSets = names.map((name) => ({ ...set, name }));
    const grants = names.map((permissionSet) => grantOf(withDirectory, { permissionSet }));
    const made = await config(withModel(withDirectory, { permissionSets, grants }));
    expect(assignments(made)).toHaveLength(3);
    expect(Object.keys(made.resource?.aws_ssoadmin_permission_set ?? {})).toHaveLength(3);
  });

  it("of every reference exist", async () => {
    for (const { input: of } of goldenCases()) {
      // What has moved away is declared no more: the next test looks at it.
      const { moved: _moved, ...declared } = JSON.parse(await synthesize(of)) as Config;
      const { data, resource } = declared;
      const references = [...JSON.stringify(declared).matchAll(/\b(data\.)?(aws_\w+)\.([\w-]+)(?=[.}"\]])/g)];
      expect(references.length).toBeGreaterThan(0);
      for (const [whole, isData, type = "", name = ""] of references) {
        const kind: Readonly<Record<string, object>> | undefined = isData ? data : resource;
        expect(Object.keys(kind?.[type] ?? {}), whole).toContain(name);
      }
    }
  });

  it("of every move lead from what is declared no more to what is, perhaps by another move", async () => {
    const configs = await Promise.all(
      goldenCases().map(async ({ input: of }) => JSON.parse(await synthesize(of)) as Config),
    );
    expect(configs.flatMap((c) => c.moved ?? []).length).toBeGreaterThan(3);
    for (const { moved = [], resource = {} } of configs) {
      const declared = Object.entries(resource).flatMap(([type, named]) =>
        Object.keys(named).map((name) => `${type}.${name}`),
      );
      const starts = moved.map((m) => m.from);
      expect(starts.filter((from) => declared.includes(from))).toEqual([]);
      expect(moved.map((m) => m.to).filter((to) => ![...declared, ...starts].includes(to))).toEqual([]);
    }
  });
});

describe("ids", () => {
  it("are literals when the directory is known, whatever else changes", async () => {
    const { data } = await config(withDirectory);
    expect(Object.keys(data ?? {}).toSorted()).toEqual(["aws_caller_identity", "aws_ssoadmin_instances"]);
  });

  it("are looked up once for each principal when it is not", async () => {
    const again = grantOf(withoutDirectory, { accountId: "444444444444" });
    const grants = [...withoutDirectory.model.grants, again];
    const { data } = await config(withModel(withoutDirectory, { grants }));
    expect(Object.keys(data?.aws_identitystore_group ?? {})).toHaveLength(1);
    expect(Object.keys(data?.aws_identitystore_user ?? {})).toHaveLength(1);
  });
});

it("an assignment waits for all that is attached to its set, and for nothing of another set", async () => {
  const { resource } = await config(input("created-group-and-boundaries"));
  const waits = Object.values(resource?.aws_ssoadmin_account_assignment ?? {}).map((a) => a.depends_on);
  expect(waits).toEqual([
    [
      expect.stringMatching(/^aws_ssoadmin_customer_managed_policy_attachment\.Builder_Build_/),
      expect.stringMatching(/^aws_ssoadmin_customer_managed_policy_attachment\.Builder_Build_/),
      expect.stringMatching(/^aws_ssoadmin_permissions_boundary_attachment\.Builder_/),
    ],
    [
      expect.stringMatching(/^aws_ssoadmin_managed_policy_attachment\.Operator_SystemAdministrator_/),
      expect.stringMatching(/^aws_ssoadmin_permissions_boundary_attachment\.Operator_/),
    ],
  ]);
});

describe("the guard of the management account", () => {
  it("is there when something is granted in it", async () => {
    expect((await config(withDirectory)).data).toHaveProperty("aws_caller_identity");
  });

  it.each([
    ["nothing is granted in it", { managementAccountId: "999999999999" }],
    ["nobody knows which it is", { managementAccountId: null }],
  ])("is not when %s", async (_, change) => {
    expect((await config(withModel(withDirectory, change))).data).not.toHaveProperty("aws_caller_identity");
  });
});

it("outputs keep both of two assignments whose component keys are one", async () => {
  const [set] = withDirectory.model.permissionSets as readonly [PermissionSet];
  const permissionSets = ["c", "b-c"].map((name) => ({ ...set, name }));
  const [principal] = withDirectory.model.principals;
  if (principal === undefined) throw new Error("the case has no principal");
  const principals = ["a-b", "a"].map((name) => ({ ...principal, name }));
  const grants = [
    grantOf(withDirectory, { principalName: "a-b", permissionSet: "c" }),
    grantOf(withDirectory, { principalName: "a", permissionSet: "b-c" }),
  ];
  const { output } = await config(withModel(withDirectory, { permissionSets, principals, grants }));
  expect(new Set(Object.values(output.sso_account_assignments?.value ?? {})).size).toBe(2);
});

it("refuses a grant of a set that the model does not list", async () => {
  const grants = [grantOf(withDirectory, { permissionSet: "Nowhere" })];
  await expect(synthesize(withModel(withDirectory, { grants }))).rejects.toThrow('"Nowhere"');
});

it("an empty model is a stack without resources", async () => {
  const empty = { permissionSets: [], principals: [], grants: [] };
  expect(await config(withModel(withDirectory, empty))).not.toHaveProperty("resource");
});

it("brings every text of the catalog through unharmed", async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, hostileText, async (text, other) => {
      const [set] = withDirectory.model.permissionSets as readonly [PermissionSet];
      const made = await config(
        withModel(withDirectory, {
          permissionSets: [
            {
              ...set,
              name: text,
              description: other,
              inlinePolicy: { Statement: [{ Sid: other, Resource: text }] },
              tags: Object.fromEntries([[text, other]]),
            },
          ],
          principals: [{ type: "GROUP", name: other, id: null, created: true }],
          grants: [grantOf(withDirectory, { principalName: other, permissionSet: text })],
        }),
      );
      const only = (type: string) => Object.values(made.resource?.[type] ?? {})[0] ?? {};
      const evaluated = (value: unknown) => evaluateTemplate(String(value));
      const written = only("aws_ssoadmin_permission_set");
      expect(evaluated(written.name)).toBe(text);
      expect(evaluated(written.description)).toBe(other);
      const tags = Object.entries(written.tags as Record<string, string>);
      expect(tags.map((pair) => pair.map(evaluated))).toEqual([[text, other]]);
      const policy = evaluated(only("aws_ssoadmin_permission_set_inline_policy").inline_policy);
      expect(JSON.parse(policy)).toEqual({ Statement: [{ Sid: other, Resource: text }] });
      expect(evaluated(only("aws_identitystore_group").display_name)).toBe(other);
      expect(Object.keys(made.output.group_map?.value ?? {}).map(evaluated)).toEqual([other]);
    }),
    { numRuns: 150 },
  );
});
