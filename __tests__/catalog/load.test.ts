import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadCatalog } from "../../src/catalog/load.js";
import { baseFolder, type CatalogFiles, isBelow, joinPath } from "../../src/catalog/read/files.js";
import { nodeFiles } from "../../src/cli/node-files.js";
import { inMemory, loadVars } from "./in-memory.js";

const component = (key: string, region: string, more = ""): string =>
  `    ${key}:\n${more}      vars: { region: ${region} }\n`;
const file = (...components: readonly string[]): string =>
  `components:\n  terraform:\n${components.join("")}`;

describe("loadCatalog", () => {
  it("says that the catalog does not exist", () => {
    const { catalog, diagnostics } = loadCatalog(inMemory({}), "catalog/aws-sso.yaml", null);
    expect(catalog).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: "IDC102", severity: "error", message: 'cannot read "catalog/aws-sso.yaml"', span: null },
    ]);
  });

  it("uses the component that was asked for", () => {
    const text = file(component("aws-sso", "us-east-1"), component("aws-identity-center", "eu-west-1"));
    const load = (key: string) => loadCatalog(inMemory({ "f.yaml": text }), "f.yaml", key);
    expect(load("aws-identity-center").catalog).toMatchObject({
      component: "aws-identity-center",
      region: "eu-west-1",
    });
    expect(load("aws-ss").diagnostics[0]).toMatchObject({
      message: 'no component "aws-ss" - did you mean "aws-sso"?',
      hint: "aws-sso components here: aws-sso, aws-identity-center",
    });
  });

  it("does not use disabled, abstract or other components", () => {
    const text = file(
      component("aws-sso", "us-east-1", "      metadata: { enabled: false }\n"),
      component("sso/base", "us-east-1", "      metadata: { type: abstract, component: aws-sso }\n"),
      component("mine", "eu-west-1", "      metadata: { inherits: [sso/base] }\n"),
      component("vpc", "us-east-1"),
    );
    expect(loadCatalog(inMemory({ "f.yaml": text }), "f.yaml", null).catalog?.component).toBe("mine");
  });

  it("reads overrides of the catalog file only", () => {
    const files = inMemory({
      "f.yaml": `import: [low]\n${file(component("aws-sso", "us-east-1"))}terraform: { overrides: { vars: { stage: top } } }\n`,
      "low.yaml": "overrides: { vars: { region: eu-west-1 } }\n",
    });
    expect(loadCatalog(files, "f.yaml", null).catalog).toMatchObject({
      region: "us-east-1",
      permissionSets: expect.arrayContaining([
        expect.objectContaining({ name: "ReadOnlyAccess", tags: { Stage: "top", Name: "top" } }),
      ]),
    });
  });

  it("reads a file once though many import it", () => {
    const reads: string[] = [];
    const layers = Array.from({ length: 30 }, (_, i) => [`l${i}.yaml`, `import: [l${i + 1}, ./l${i + 1}]\n`]);
    const memory = inMemory({
      ...Object.fromEntries(layers),
      "l30.yaml": "vars: { stage: deep }\n",
      "f.yaml": `import: [l0]\n${file(component("aws-sso", "us-east-1"))}`,
    });
    const read: CatalogFiles["read"] = (path) => {
      reads.push(path);
      return memory.read(path);
    };
    const files = { ...memory, read };
    expect(loadCatalog(files, "f.yaml", null).diagnostics).toEqual([]);
    // The last one is moves.yaml.
    expect(reads).toHaveLength(33);
  });

  it("reads and lints a policy file once though many sets name it, and every line that names it can ignore", () => {
    const reads: string[] = [];
    const names = ["A", "B", "C"];
    const sets = names.map((name) => `          ${name}: { inline_policy: { file: p.json } }\n`);
    const policy = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } };
    const memory = inMemory({
      "f.yaml": `components:\n  terraform:\n    aws-sso:\n      vars:\n        region: us-east-1\n        permission_sets:\n${sets.join("")}`,
      "p.json": JSON.stringify(policy),
    });
    const read: CatalogFiles["read"] = (path) => {
      reads.push(path);
      return memory.read(path);
    };
    const { catalog, diagnostics, ignores } = loadCatalog({ ...memory, read }, "f.yaml", null);
    expect(reads.filter((path) => path === "p.json")).toHaveLength(1);
    expect(diagnostics.map((d) => d.code)).toEqual(["IDC340"]);
    expect(ignores.references.get("p.json")?.map((s) => s.line)).toEqual([7, 8, 9]);
    const policies = names.map((name) => catalog?.permissionSets.find((s) => s.name === name)?.inlinePolicy);
    expect(policies).toEqual([policy, policy, policy]);
  });

  it("keeps the precedence of Atmos: imports in order, root vars, terraform.vars, inherited, own, overrides", () => {
    const { catalog } = loadCatalog(inMemory(precedence), "f.yaml", null);
    const tags = catalog?.permissionSets.find((s) => s.name === "ReadOnlyAccess")?.tags;
    expect(tags).toEqual({
      a: "import2",
      b: "root",
      c: "terraform",
      d: "base2",
      e: "own",
      f: "overrides",
      g: "base1",
    });
  });

  it("finds the default catalog valid", () => {
    const root = fileURLToPath(new URL("../../", import.meta.url));
    const { diagnostics } = loadCatalog(nodeFiles(root), "catalog/aws-sso.yaml", null);
    expect(diagnostics).toEqual([]);
    expect(readFileSync(`${root}/catalog/aws-sso.yaml`, "utf8")).toContain(
      "$schema=./schema/aws-sso.schema.json",
    );
  });
});

const tagged =
  (...keys: readonly string[]) =>
  (value: string) =>
    `{ tags: { ${keys.map((k) => `${k}: ${value}`).join(", ")} } }`;
const precedence = {
  "f.yaml": `import: [one, two]
vars: ${tagged("b", "c", "d", "e", "f", "g")("root")}
terraform: { vars: ${tagged("c", "d", "e", "f", "g")("terraform")} }
overrides: { vars: ${tagged("f")("overrides")} }
components:
  terraform:
    base1: { metadata: { type: abstract }, vars: ${tagged("d", "e", "f", "g")("base1")} }
    base2: { metadata: { type: abstract }, vars: ${tagged("d", "e", "f")("base2")} }
    aws-sso:
      metadata: { inherits: [base1, base2] }
      vars: { region: us-east-1, tags: { e: own, f: own } }
`,
  "one.yaml": `vars: ${tagged("a", "b")("import1")}\n`,
  "two.yaml": `vars: ${tagged("a")("import2")}\n`,
};

describe("tags of the component", () => {
  const tagsFor = (vars: Readonly<Record<string, unknown>>, set = "ReadOnlyAccess") =>
    loadVars(vars).catalog?.permissionSets.find((s) => s.name === set)?.tags;
  const labels = { namespace: "ACME!", tenant: "core", environment: "gbl", stage: "root", name: "sso" };

  it("come from the labels, lower case", () => {
    expect(tagsFor({ ...labels, attributes: ["a", "a", "B"] })).toEqual({
      Namespace: "acme",
      Tenant: "core",
      Environment: "gbl",
      Stage: "root",
      Attributes: "a-b",
      Name: "acme-gbl-root-sso-a-b",
    });
  });

  it("are those that labels_as_tags asks for", () => {
    expect(tagsFor({ ...labels, labels_as_tags: ["stage"] })).toEqual({ Stage: "root" });
    expect(tagsFor({ ...labels, labels_as_tags: [] })).toEqual({});
    expect(tagsFor({ ...labels, labels_as_tags: ["unset"] })).toEqual({});
    expect(tagsFor({ stage: "x", labels_as_tags: ["default"] })).toEqual({ Stage: "x", Name: "x" });
  });

  it("are not those of root and Terraform sets; own sets merge theirs over", () => {
    const vars = {
      tags: { Team: "identity", Level: "1" },
      permission_sets: { Own: { tags: { Level: "2" } } },
      tf_access_bucket_arn: "arn:aws:s3:::b",
      tf_access_role_arn: "arn:aws:iam::111111111111:role/r",
    };
    expect(tagsFor(vars, "RootAccess")).toEqual({});
    expect(tagsFor(vars, "TerraformPlanAccess")).toEqual({});
    expect(tagsFor(vars, "Own")).toEqual({ Team: "identity", Level: "2" });
  });
});

describe("permission sets", () => {
  it("override the fields given and keep the rest", () => {
    const { catalog } = loadVars({
      session_duration: "PT4H",
      permission_sets: {
        BillingAdministratorAccess: { relay_state: "", managed_policies: ["Billing"] },
        ReadOnlyAccess: { session_duration: "", description: "Reads" },
      },
    });
    const named = (name: string) => catalog?.permissionSets.find((s) => s.name === name);
    expect(named("BillingAdministratorAccess")).toMatchObject({
      relayState: null,
      managedPolicies: ["arn:aws:iam::aws:policy/job-function/Billing"],
      sessionDuration: "PT4H",
    });
    expect(named("ReadOnlyAccess")).toMatchObject({
      sessionDuration: null,
      description: "Reads",
      managedPolicies: ["arn:aws:iam::aws:policy/AWSSupportAccess", "arn:aws:iam::aws:policy/ReadOnlyAccess"],
      inlinePolicy: { Statement: [{ Sid: "AllowEKSView" }] },
    });
  });

  it("list each policy once, sorted, with paths", () => {
    const { catalog } = loadVars({
      permission_sets: {
        Own: {
          managed_policies: [
            "ViewOnlyAccess",
            "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
            "Billing",
          ],
          customer_managed_policies: ["b", { name: "b" }, { name: "a", path: "/x/" }],
          permissions_boundary: { customer_managed_policy: { name: "edge" } },
        },
      },
    });
    expect(catalog?.permissionSets.find((s) => s.name === "Own")).toMatchObject({
      description: null,
      managedPolicies: [
        "arn:aws:iam::aws:policy/job-function/Billing",
        "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
      ],
      customerManagedPolicies: [
        { name: "b", path: "/" },
        { name: "a", path: "/x/" },
      ],
      permissionsBoundary: { name: "edge", path: "/" },
    });
  });
});

describe("state backends", () => {
  const backendOf = (text: string) =>
    loadCatalog(inMemory({ "f.yaml": text + file(component("aws-sso", "us-east-1")) }), "f.yaml", null)
      .catalog?.backend;

  it.each([
    ["", null],
    ["terraform: { backend_type: local }\n", null],
    [
      "terraform: { backend_type: local, backend: { local: { path: states/a } } }\n",
      { type: "local", path: "states/a" },
    ],
    [
      "terraform: { backend_type: s3, backend: { bucket: b } }\n",
      { type: "s3", config: { bucket: "b", use_lockfile: true } },
    ],
    [
      "terraform: { backend_type: s3, backend: { bucket: b, use_lockfile: false } }\n",
      { type: "s3", config: { bucket: "b", use_lockfile: false } },
    ],
    [
      "terraform: { backend_type: s3, backend: { bucket: b, use_lockfile: null, dynamodb_table: '' } }\n",
      { type: "s3", config: { bucket: "b", use_lockfile: true, dynamodb_table: "" } },
    ],
    [
      "terraform: { backend_type: s3, backend: { bucket: b, dynamodb_table: t } }\n",
      { type: "s3", config: { bucket: "b", dynamodb_table: "t" } },
    ],
    [
      "terraform: { backend_type: s3, backend: { s3: { bucket: b }, local: { path: x } } }\n",
      { type: "s3", config: { bucket: "b", use_lockfile: true } },
    ],
    ["terraform: { backend_type: cloud, backend: { s3: { bucket: b } } }\n", { type: "cloud", config: {} }],
  ])("%j", (text, expected) => {
    expect(backendOf(text)).toEqual(expected);
  });
});

describe("paths of imports", () => {
  it.each([
    ["", "a/../b", "b"],
    ["catalog", "../x", "x"],
    ["", "../x", "../x"],
    ["/a", "./b//c", "/a/b/c"],
  ])("joinPath(%j, %j) is %j", (base, path, expected) => {
    expect(joinPath(base, path)).toBe(expected);
  });

  it.each([
    ["", "a", true],
    ["", "../a", false],
    ["..", "../a", true],
    ["..", "../../a", false],
    ["stacks", "stacks-evil/a", false],
    ["/", "/a", true],
  ])("isBelow(%j, %j) is %j", (folder, path, expected) => {
    expect(isBelow(folder, path)).toBe(expected);
  });

  it.each([
    ["catalog/aws-sso.yaml", ""],
    ["stacks/catalog/aws-sso.yaml", "stacks"],
    ["aws-sso.yaml", ""],
    ["other/aws-sso.yaml", "other"],
    ["../catalog/aws-sso.yaml", ".."],
  ])("the base folder of %j is %j", (path, expected) => {
    expect(baseFolder(path)).toBe(expected);
  });
});
