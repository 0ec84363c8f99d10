import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatSnapshot } from "../../src/directory/snapshot.js";
import { auditReports } from "../../src/report/audit/audit.js";
import { planJson } from "../../src/report/plan/json.js";
import { quotasJson } from "../../src/report/quotas.js";
import { unlockJson } from "../../src/report/unlock.js";
import { apply } from "../../src/workflow/apply.js";
import { plan } from "../../src/workflow/plan.js";
import { runText } from "../../src/workflow/run/run-json.js";
import { accountMap, catalogOf, catalogText, groups } from "../doubles/catalog.js";
import { directoryOf } from "../doubles/directory.js";
import { change, planJson as planDocument } from "../doubles/plan-json.js";
import { fakePorts } from "../doubles/ports.js";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import { anyAudit } from "../report/audit/any-audit.js";
import { inputOf } from "../report/audit/input.js";
import { provisioner } from "../sandbox/scim-support.js";
import {
  catalogPath,
  catalogWithProvider,
  exampleCatalog,
  invalidCatalog,
  namedCatalog,
  serviceProvider,
  snapshot,
} from "./example.js";

const folder = new URL("../../docs/json/", import.meta.url);
const metadataFixtures = join(import.meta.dirname, "../fixtures/metadata");
const schemaNames = readdirSync(folder)
  .filter((name) => name.endsWith(".schema.json"))
  .map((name) => name.slice(0, -".schema.json".length));
const schemaOf = (name: string) => JSON.parse(readFileSync(new URL(`${name}.schema.json`, folder), "utf8"));
const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });

/** The objects of a schema that have properties, with where they are. */
function objectsIn(
  schema: unknown,
  path = "#",
): readonly (readonly [string, Readonly<Record<string, unknown>>])[] {
  if (typeof schema !== "object" || schema === null) return [];
  const node = schema as Readonly<Record<string, unknown>>;
  const below = Object.entries(node).flatMap(([key, value]) => objectsIn(value, `${path}/${key}`));
  const isObject = typeof node["properties"] === "object" && node["type"] === "object";
  return isObject ? [[path, node], ...below] : below;
}

/** Documents of another program, which may have more than is described. */
const theirs: readonly string[] = ["terraform-plan"];

describe.each(schemaNames)("docs/json/%s.schema.json", (name) => {
  it("is draft-07 and allows no other field; every field is required and described", () => {
    const schema = schemaOf(name);
    expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
    const objects = objectsIn(schema);
    expect(objects.length).toBeGreaterThan(0);
    for (const [path, object] of objects) {
      const properties = object["properties"] as Readonly<Record<string, { readonly description?: string }>>;
      if (!theirs.includes(name)) {
        expect([path, object["additionalProperties"]]).toEqual([path, false]);
        expect([path, object["required"]]).toEqual([path, Object.keys(properties)]);
      }
      for (const [field, { description }] of Object.entries(properties)) {
        expect([`${path}/${field}`, typeof description]).toEqual([`${path}/${field}`, "string"]);
      }
    }
  });

  it("is named in docs/json/README.md", () => {
    expect(readFileSync(new URL("README.md", folder), "utf8")).toContain(`(${name}.schema.json)`);
  });
});

describe("real output", () => {
  const validators = new Map<string, ValidateFunction>();
  const expectValid = (name: string, text: string) => {
    const validate = validators.get(name) ?? ajv.compile(schemaOf(name));
    validators.set(name, validate);
    const data = JSON.parse(text);
    validate(data);
    expect(validate.errors ?? []).toEqual([]);
    // A schema that lets anything through proves nothing.
    for (const field of Object.keys(data)) {
      const { [field]: _removed, ...less } = data;
      expect([field, validate(less)]).toEqual([field, false]);
    }
    expect(validate({ ...data, more: 1 })).toBe(false);
  };
  const output = async (files: Readonly<Record<string, string>>, ...args: readonly string[]) =>
    (await identity(project(files), [...args, "--format", "json"])).out;

  it("of validate fits", async () => {
    for (const catalog of [exampleCatalog, invalidCatalog, namedCatalog, "components: {"]) {
      expectValid("diagnostics", await output({ [catalogPath]: catalog }, "validate"));
    }
    expectValid("diagnostics", await output({}, "validate"));
    const comment = namedCatalog.replace("aws-sso:", "aws-sso: # identity-ignore IDC316 no accounts in CI");
    const ignoring = await output({ [catalogPath]: comment }, "validate");
    expect(JSON.parse(ignoring).ignored).toHaveLength(1);
    expectValid("diagnostics", ignoring);
  });

  it("of access fits, also of the catalog that ships", async () => {
    expectValid("access", await output({ [catalogPath]: exampleCatalog }, "access"));
    expectValid("diagnostics", await output({ [catalogPath]: namedCatalog }, "access"));
    const { out } = await identity(process.cwd(), ["access", "--format", "json"]);
    expectValid("access", out);
    expect(JSON.parse(out).grants.length).toBeGreaterThan(50);
  });

  it("of explain fits: what is granted, what was left out, and what is nearest", async () => {
    const files = { [catalogPath]: exampleCatalog };
    for (const args of [
      ["--group", "Admins"],
      ["--user", "jo@example.com"],
      ["--group", "Admins", "--account", "root", "--permission-set", "Own"],
      ["--group", "admins"],
      ["--user", "nobody", "--account", "dev", "--permission-set", "RootAccess"],
    ]) {
      expectValid("explain", await output(files, "explain", ...args));
    }
    const changed = {
      account_map: accountMap({ dev: "100000000002", old: "100000000003" }),
      account_types: { all: { all: true, exclude: ["old"] } },
      permission_sets: { RootAccess: { description: "ours" } },
      session_durations: { all: "PT4H" },
      account_type_assignments: { all: groups({ Admins: ["RootAccess"] }) },
      account_assignments: {
        dev: { groups: { Gone: { permission_sets: ["RootAccess"], expires_at: "2020-01-01" } } },
      },
    };
    const below = { "lists.yaml": catalogText({ account_assignments: { dev: groups({ Gone: ["Own"] }) } }) };
    const text = `import: [lists]\n${catalogText(changed)}`;
    const out = await output(
      { [catalogPath]: text, ...below },
      "explain",
      "--permission-set",
      "RootAccess-4h",
    );
    expectValid("explain", out);
    const gone = await output({ [catalogPath]: text, ...below }, "explain", "--group", "Gone");
    expectValid("explain", gone);
    const reasons = [out, gone].flatMap((o) =>
      JSON.parse(o).leftOut.map((l: { reason: string }) => l.reason),
    );
    expect(reasons).toEqual(["excluded", "overridden", "expired", "replaced"]);
  });

  it("of fmt fits", async () => {
    expectValid("fmt", await output({ [catalogPath]: exampleCatalog }, "fmt"));
    expectValid("fmt", await output({ [catalogPath]: exampleCatalog }, "fmt", "--check"));
    expectValid("diagnostics", await output({ [catalogPath]: "components: {" }, "fmt"));
  });

  it("of synth fits", async () => {
    expectValid("synth", await output({ [catalogPath]: exampleCatalog }, "synth"));
    const both = catalogWithProvider({ provider: "okta", service_provider: serviceProvider });
    const text = await output({ [catalogPath]: both }, "synth");
    expectValid("synth", text);
    expect(JSON.parse(text).files).toHaveLength(2);
  });

  it("of resolve fits, and the snapshot it wrote is read", async () => {
    const root = project({ [catalogPath]: namedCatalog, "unused.json": snapshot });
    const args = ["resolve", "--sandbox", "--directory", "new/folder/directory.json", "--format", "json"];
    const { code, out } = await identity(root, args);
    expect(code).toBe(0);
    expectValid("resolve", out);
    expect(JSON.parse(out)).toMatchObject({ file: "new/folder/directory.json", accounts: 11, groups: 4 });
    const read = await identity(root, ["validate", "--directory", "new/folder/directory.json"]);
    expect(read.err).toContain('unknown account "dev"');
    expect(formatSnapshot(directoryOf({}))).toContain('"version": 1');
  });

  it("of idp guide fits", async () => {
    expectValid("idp-guide", await output({ [catalogPath]: exampleCatalog }, "idp", "guide", "google"));
    expectValid("idp-guide", await output({}, "idp", "guide", "other"));
    const files = { [catalogPath]: "components: {" };
    expectValid("diagnostics", await output(files, "idp", "guide", "okta", "--catalog", catalogPath));
  });

  it("of idp check fits: both sides, what is found, a rotation, and the diagnostics without a file", async () => {
    const args = ["idp", "check", "metadata.xml", "--format", "json"];
    for (const name of [
      "good/entra",
      "good/service-provider",
      "cases/no-metadata",
      "cases/certificate-cut-off",
    ]) {
      const folder = join(metadataFixtures, name);
      expectValid("idp-check", (await identity(folder, args)).out);
    }
    const rotation = await identity(join(metadataFixtures, "cases/rotation-of-url"), [
      ...args,
      ...["--previous", "previous.xml"],
    ]);
    expectValid("idp-check", rotation.out);
    expect(JSON.parse(rotation.out)).toMatchObject({ rotation: { changes: [{}, {}] } });
    expectValid("diagnostics", await output({}, "idp", "check", "gone.xml"));
  });

  it("of setup fits, with a catalog and without anything", async () => {
    for (const files of [{ [catalogPath]: exampleCatalog }, {}]) {
      expectValid("setup", await output(files, "setup", "--provider", "entra"));
      expectValid("setup", await output(files, "setup"));
    }
  });

  it("of idp scim fits, with groups and without, and the diagnostics when nothing was tested", async () => {
    const { scimUrl, token } = await provisioner();
    const env = { SCIM_TOKEN: token };
    const args = ["idp", "scim", "--url", scimUrl, "--format", "json"];
    for (const files of [{ [catalogPath]: exampleCatalog }, {}]) {
      expectValid("idp-scim", (await identity(project(files), args, { env })).out);
    }
    expectValid("diagnostics", (await identity(project({}), args)).out);
  });

  it("of unlock fits", () => {
    const lock = { id: "acme/sso", who: "", since: "2026-11-24", operation: "OperationTypePlan" };
    expectValid("unlock", unlockJson({ lock: null, released: false }));
    expectValid("unlock", unlockJson({ lock, released: true }));
  });

  it("of report fits, alone and with an audit and an earlier report", async () => {
    expectValid("report", await output({ [catalogPath]: exampleCatalog }, "report"));
    const [audit] = fc.sample(anyAudit, { numRuns: 1, seed: 1 });
    if (audit === undefined) throw new Error("no audit");
    const files = {
      [catalogPath]: exampleCatalog,
      "audit.json": auditReports.json(inputOf(audit)),
      "old.json": await output({ [catalogPath]: exampleCatalog }, "access"),
    };
    const full = await output(files, "report", "--audit", "audit.json", "--since", "old.json");
    expect(JSON.parse(full)).toMatchObject({ since: { added: [] }, findings: expect.any(Array) });
    expectValid("report", full);
  });

  it("of audit and quotas fits, whatever the names are", () => {
    const diagnostics = [
      { code: "IDC620", severity: "warning", message: "m", span: null, hint: null },
    ] as const;
    fc.assert(
      fc.property(anyAudit, (result) => {
        expectValid("audit", auditReports.json(inputOf(result, { diagnostics })));
        expectValid("quotas", quotasJson(result.quotas));
      }),
      { numRuns: 20 },
    );
  });

  it("of plan, deploy and apply fits", async () => {
    const catalog = catalogOf({
      account_map: accountMap({ dev: "100000000002", closed: "100000000009" }),
      account_assignments: { dev: groups({ Admins: ["ReadOnlyAccess"] }) },
    });
    const input = {
      catalog,
      catalogHash: "c".repeat(64),
      stack: "aws-sso",
      noBroadening: false,
      refresh: "full",
    } as const;
    const assignment = { target_id: "100000000001", principal_id: "g-1", permission_set_arn: "arn:x" };
    const changes = planDocument(
      change("delete", "aws_ssoadmin_account_assignment.A", assignment),
      change("import", "aws_ssoadmin_account_assignment.B", { ...assignment, principal_id: "g-2" }),
      ...(["create", "update", "replace", "move", "forget"] as const).map((action) =>
        change(action, `aws_ssoadmin_permission_set.${action}`),
      ),
    );
    const ports = fakePorts({ terraform: { plans: [changes] } });
    const planned = await plan(ports, input);
    if (!planned.ok) throw new Error(JSON.stringify(planned.diagnostics));
    const { run, summary, guards, diagnostics } = planned.value;
    expect(diagnostics).toHaveLength(1);
    expectValid("plan", planJson({ run, changes: true, summary, guards, diagnostics }));
    const applied = await apply(ports, { ...input, runId: run.id, allowed: ["set-replacement"] });
    if (!applied.ok) throw new Error(JSON.stringify(applied.diagnostics));
    expectValid("run", runText(applied.value));
    expectValid("plan", planJson({ run: applied.value, changes: true, summary, guards, diagnostics: [] }));
  });
});
