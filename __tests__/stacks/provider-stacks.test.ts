import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import type { EntraIdInput, OktaInput } from "../../src/access/provider-stack.js";
import { installed } from "../../stacks/provider-stacks.js";
import { providerStackCases } from "../golden/cases.js";
import { hostileTexts } from "./hostile.js";
import { synthesizeProvider, synthesizeProviderHcl } from "./synthesize.js";
import { evaluateTemplate } from "./template.js";

type Objects = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

interface Config {
  readonly terraform: { readonly required_providers: Readonly<Record<string, { readonly version: string }>> };
  readonly data?: Objects;
  readonly resource: Objects;
  readonly output: object;
  readonly variable?: Readonly<Record<string, object>>;
}

const cases = providerStackCases();
const okta = inputOf("okta") as OktaInput;
const entra = inputOf("entra-id") as EntraIdInput;
const provisioned = inputOf("entra-id-provisioning") as EntraIdInput;

function inputOf(name: string): OktaInput | EntraIdInput {
  const found = cases.find((c) => c.name === name);
  if (found === undefined) throw new Error(`no golden case ${name}`);
  return found.input;
}

async function config(input: OktaInput | EntraIdInput): Promise<Config> {
  return JSON.parse(await synthesizeProvider(input)) as Config;
}

describe("golden cdk.tf.json of identity providers", () => {
  it("finds its cases", () => {
    expect(cases).toHaveLength(4);
  });

  it.each(cases)("$name", async ({ input, expectedFile }) => {
    const text = await synthesizeProvider(input);
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(expectedFile, text);
    expect(text).toBe(readFileSync(expectedFile, "utf8"));
    expect(await synthesizeProvider(input)).toBe(text);
    expect(text).not.toContain(process.cwd());
  });
});

describe("every object", () => {
  const modules = { okta: "@cdktf/provider-okta", azuread: "@cdktf/provider-azuread" };
  const require = createRequire(import.meta.url);

  /** The arguments that the provider's schema has, as the binding was made from it. */
  function schemaOf(type: string, isData: boolean): readonly string[] {
    const [name = "", ...rest] = type.split("_");
    const folder = `${isData ? `data-${name}-` : ""}${rest.join("-")}`;
    const path = `${modules[name as keyof typeof modules]}/lib/${folder}/index.js`;
    const source = readFileSync(require.resolve(path), "utf8");
    expect(source).toContain(`tfResourceType = "${type}"`);
    return [...source.matchAll(/^\s{12}(\w+): (?:cdktf\.|this\.|\{)/gm)].map((match) => match[1] ?? "");
  }

  it.each(cases)("of $name has only arguments of the provider's schema", async ({ input }) => {
    const { resource, data = {} } = await config(input);
    const meta = ["//", "lifecycle", "depends_on"];
    const objects = [
      ...Object.entries(resource).map((entry) => [...entry, false] as const),
      ...Object.entries(data).map((entry) => [...entry, true] as const),
    ];
    expect(objects.length).toBeGreaterThan(3);
    for (const [type, named, isData] of objects) {
      const known = schemaOf(type, isData);
      const used = Object.values(named).flatMap((object) => Object.keys(object));
      expect(used.filter((key) => !meta.includes(key) && !known.includes(key), type)).toEqual([]);
    }
  });

  it.each(cases)("that $name refers to is declared", async ({ input }) => {
    const made = await config(input);
    const text = JSON.stringify(made);
    const references = [...text.matchAll(/\b(data\.)?((?:okta|azuread)_\w+)\.([\w-]+)(?=[.}"\]])/g)];
    expect(references.length).toBeGreaterThan(4);
    for (const [whole, isData, type = "", name = ""] of references) {
      const kind = isData ? made.data : made.resource;
      expect(Object.keys(kind?.[type] ?? {}), whole).toContain(name);
    }
  });

  it.each(cases)("of $name is in its HCL", async ({ input }) => {
    const { resource, data = {} } = await config(input);
    const lines = Object.entries({ resource, data }).flatMap(([kind, all]) =>
      Object.entries(all).flatMap(([type, named]) =>
        Object.keys(named).map((name) => `${kind} "${type}" "${name}" {`),
      ),
    );
    const hcl = await synthesizeProviderHcl(input);
    expect(hcl.match(/^(data|resource) .*/gm)?.toSorted()).toEqual(lines.toSorted());
    expect(hcl).toMatch(input.stack === "okta" ? /^ {2}group \{$/m : /^ {2}feature_tags \{$/m);
  });
});

describe("addresses", () => {
  it("are these, and stay when a group is added", async () => {
    const groups = ["AWS Auditors", "Dev Ops", "DevOps", "-8.2e298"];
    const before = await config({ ...okta, groups });
    expect(Object.keys(before.resource.okta_group ?? {})).toEqual([
      "AWS-Auditors_4257c4a68693",
      "Dev-Ops_2b7888b80674",
      "DevOps_d7cc8b2369d7",
      "assigned",
      "x_8_2e298_4e1d23e1096d",
    ]);
    const after = await config({ ...okta, groups: ["Added", ...groups] });
    expect(after.resource).toMatchObject(before.resource);
    expect(Object.keys(after.resource.okta_group_rule ?? {})).toHaveLength(5);
  });

  it("are those of the access for the same group, in both providers", async () => {
    const [a, b] = [await config(okta), await config(entra)];
    const groups = Object.keys(b.resource.azuread_group ?? {});
    expect(groups).toHaveLength(4);
    expect(Object.keys(a.resource.okta_group ?? {}).filter((name) => name !== "assigned")).toEqual(groups);
    expect(Object.keys(b.resource.azuread_app_role_assignment ?? {})).toEqual(groups);
  });
});

describe("the stack okta", () => {
  it("assigns a group that is not pushed, and fills it from those that are", async () => {
    const { resource } = await config(okta);
    const { application } = resource.okta_app_group_assignments ?? {};
    const assigned = "$".concat("{okta_group.assigned.id}");
    expect(application?.group).toEqual([{ id: assigned, profile: "{}" }]);
    const rules = Object.entries(resource.okta_group_rule ?? {});
    expect(rules).toHaveLength(4);
    for (const [address, rule] of rules) {
      expect(rule.group_assignments).toEqual([assigned]);
      expect(rule.expression_value).toBe(`isMemberOfGroup("\${okta_group.${address}.id}")`);
    }
  });

  it("gives rules names that Okta takes, each once", async () => {
    const long = "x".repeat(200);
    const { resource } = await config({ ...okta, groups: [`${long}a`, `${long}b`, ...hostileTexts] });
    const names = Object.values(resource.okta_group_rule ?? {}).map((rule) =>
      evaluateTemplate(String(rule.name)),
    );
    expect(new Set(names).size).toBe(hostileTexts.length + 2);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(50);
  });
});

describe("the stack entra-id", () => {
  it("registers every ACS URL, after the application signs in by SAML", async () => {
    const { resource } = await config(entra);
    expect(resource.azuread_application_redirect_uris?.application).toMatchObject({
      redirect_uris: entra.serviceProvider.acsUrls,
      depends_on: ["azuread_service_principal.application"],
    });
  });

  it("provisions only when asked to, and takes the token from outside", async () => {
    const without = JSON.stringify(await config(entra));
    expect(without).not.toMatch(/synchronization|scim|variable/);
    const { resource, variable, output } = await config(provisioned);
    expect(variable?.scim_token).toMatchObject({ sensitive: true, nullable: false });
    expect(variable?.scim_token).not.toHaveProperty("default");
    expect(resource.azuread_synchronization_secret?.provisioning?.credential).toEqual([
      { key: "BaseAddress", value: provisioned.scimEndpoint },
      { key: "SecretToken", value: "$".concat("{var.scim_token}") },
    ]);
    expect(resource.azuread_synchronization_job?.provisioning).toMatchObject({
      template_id: "aWSSingleSignon",
    });
    expect(JSON.stringify(output)).not.toContain("scim_token");
    expect(JSON.stringify(await config(provisioned)).match(/var\.scim_token/g)).toHaveLength(1);
  });
});

describe("what nobody may destroy by accident", () => {
  it.each(["okta_app_saml", "okta_group"])("%s", async (type) => {
    const objects = Object.values((await config(okta)).resource[type] ?? {});
    expect(objects.length).toBeGreaterThan(0);
    for (const object of objects) expect(object.lifecycle).toEqual({ prevent_destroy: true });
  });

  it.each(["azuread_application_from_template", "azuread_service_principal", "azuread_group"])(
    "%s",
    async (type) => {
      const objects = Object.values((await config(entra)).resource[type] ?? {});
      expect(objects.length).toBeGreaterThan(0);
      for (const object of objects) expect(object.lifecycle).toEqual({ prevent_destroy: true });
    },
  );
});

it.each(hostileTexts)("a group called %j is called so in the provider", async (name) => {
  const [a, b] = [await config({ ...okta, groups: [name] }), await config({ ...entra, groups: [name] })];
  const [inOkta] = Object.entries(a.resource.okta_group ?? {}).filter(([key]) => key !== "assigned");
  const [inEntra] = Object.values(b.resource.azuread_group ?? {});
  expect(evaluateTemplate(String(inOkta?.[1].name))).toBe(name);
  expect(evaluateTemplate(String(inEntra?.display_name))).toBe(name);
});

it.each([
  ["okta", "@cdktf/provider-okta", okta],
  ["azuread", "@cdktf/provider-azuread", entra],
] as const)("the version of %s is the one its constructs were made for", async (name, module, input) => {
  const manifest = createRequire(import.meta.url).resolve(`${module}/package.json`);
  const { cdktf } = JSON.parse(readFileSync(manifest, "utf8"));
  const { required_providers } = (await config(input)).terraform;
  expect(required_providers[name]?.version).toBe(`= ${cdktf.provider.version}`);
});

describe("a package that is not installed", () => {
  const notFound = (message: string) => Object.assign(new Error(message), { code: "ERR_MODULE_NOT_FOUND" });

  it("is named", async () => {
    const missing = Promise.reject(notFound("Cannot find package '@cdktf/provider-okta' imported from x"));
    expect(await installed("@cdktf/provider-okta", () => missing)).toEqual({
      ok: false,
      missing: "@cdktf/provider-okta",
    });
  });

  it("is not any other failure", async () => {
    const other = Promise.reject(notFound("Cannot find package 'x'"));
    await expect(installed("@cdktf/provider-okta", () => other)).rejects.toThrow("'x'");
    const broken = Promise.reject(new Error("@cdktf/provider-okta is broken"));
    await expect(installed("@cdktf/provider-okta", () => broken)).rejects.toThrow("broken");
  });
});
