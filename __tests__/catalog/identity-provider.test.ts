import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { tokenEndIsSaid } from "../../src/catalog/identity-provider/token-end.js";
import {
  acsUrlProblem,
  entityIdProblem,
  entityIdRegion,
  scimEndpointProblem,
  scimRegion,
} from "../../src/catalog/identity-provider/urls.js";
import { type LoadedCatalog, loadCatalog } from "../../src/catalog/load.js";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import { inMemory } from "./in-memory.js";
import { catalogsFolder } from "./load-case.js";

const tenant = "0123456789ab-1111-2222-3333-444444444444";
const access = { vars: { region: "us-east-1", account_map: { full_account_map: { a: "111111111111" } } } };

/** A file with these components beside the access. */
function load(components: object, more: object = {}): LoadedCatalog {
  const text = stringify({ components: { terraform: { "aws-sso": access, ...components } }, ...more });
  return loadCatalog(inMemory({ "f.yaml": text }), "f.yaml", null);
}

function fixture(kind: "valid" | "invalid", name: string): string {
  return readFileSync(join(catalogsFolder, kind, name, "aws-sso.yaml"), "utf8");
}

describe("the identity provider of a catalog", () => {
  it("is null, and nothing is said, when no component is one", () => {
    const { identityProvider, diagnostics } = load({ vpc: { vars: { provider: "okta" } } });
    expect([identityProvider, diagnostics]).toEqual([null, []]);
  });

  it("has everything that is written, merged as any component", () => {
    const files = inMemory({ "f.yaml": fixture("valid", "identity-provider") });
    const { identityProvider, catalog } = loadCatalog(files, "f.yaml", null);
    expect(catalog).not.toBeNull();
    expect(identityProvider).toMatchObject({
      component: { name: "idp", span: { line: 9, column: 5 } },
      provider: "okta",
      serviceProvider: {
        entityId: "https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890",
        acsUrls: [
          `https://us-east-1.signin.aws/platform/saml/acs/${tenant}`,
          `https://us-east-1.sso.signin.aws/platform/saml/acs/${tenant}`,
          `https://us-west-2.signin.aws.amazon.com/platform/saml/acs/${tenant}`,
        ],
      },
      scimEndpoint: `https://scim.us-east-1.amazonaws.com/${tenant}/scim/v2`,
      scimTokenExpiresOn: { name: "2027-11-01", span: { line: 22 } },
      stack: {
        applicationName: "AWS",
        groups: null,
        backend: { type: "s3", config: { key: "identity/okta.tfstate", use_lockfile: true } },
        oktaOrgName: "acme",
        oktaBaseUrl: "okta-emea.com",
        entraTenantId: null,
        entraProvisioning: false,
      },
    });
  });

  it("needs nothing but the provider", () => {
    const { identityProvider, diagnostics } = load({ "identity-provider": { vars: { provider: "entra" } } });
    expect(diagnostics).toEqual([]);
    expect(identityProvider).toMatchObject({
      provider: "entra",
      serviceProvider: null,
      scimEndpoint: null,
      scimTokenExpiresOn: null,
      stack: { applicationName: "AWS IAM Identity Center", groups: null, backend: null },
    });
  });

  it("takes vars of the whole file, and leaves those of other components alone", () => {
    const { identityProvider, diagnostics } = load(
      { "identity-provider": {} },
      { vars: { provider: "google", vpc_cidr: "10.0.0.0/8" } },
    );
    expect([identityProvider?.provider, diagnostics]).toEqual(["google", []]);
  });

  it("is null with an error in it, and the access is read all the same", () => {
    const { identityProvider, catalog, diagnostics } = load({
      "identity-provider": { vars: { provider: "octa" } },
    });
    expect([identityProvider, diagnostics.map((d) => d.code)]).toEqual([null, ["IDC751"]]);
    expect(catalog?.region).toBe("us-east-1");
  });

  it("is read when the access cannot be", () => {
    const { identityProvider, catalog, diagnostics } = load({
      "aws-sso": { vars: [] },
      "identity-provider": { vars: { provider: "okta" } },
    });
    expect([catalog, identityProvider?.provider]).toEqual([null, "okta"]);
    expect(diagnostics.map((d) => d.code)).toEqual(["IDC207"]);
  });

  it("is null for one that is disabled or only inherited from", () => {
    const off = { metadata: { enabled: false }, vars: { provider: "okta" } };
    const base = { metadata: { component: "identity-provider", type: "abstract" }, vars: { provider: "x" } };
    const { identityProvider, diagnostics } = load({ "identity-provider": off, base });
    expect([identityProvider, diagnostics]).toEqual([null, []]);
  });

  it("says what a tag hides, and nothing else about it", () => {
    const text = `components:
  terraform:
    aws-sso: {vars: {region: us-east-1}}
    identity-provider: {vars: {provider: okta, service_provider: !terraform.output x}}
`;
    const { diagnostics } = loadCatalog(inMemory({ "f.yaml": text }), "f.yaml", null);
    expect(diagnostics.map((d) => d.code)).toEqual(["IDC106"]);
  });
});

describe("a secret in the component", () => {
  it.each(["text", "json", "sarif", "github"])("is in no output, as %s", async (format) => {
    const folder = project({ "catalog/aws-sso.yaml": fixture("invalid", "identity-provider-secrets") });
    const { code, out, err } = await identity(folder, ["validate", "--format", format]);
    expect(code).toBe(3);
    expect(out + err).toContain("IDC759");
    expect(out + err).not.toMatch(/not-to-be-shown|eyJhbG/);
  });

  it("is not the day on which it ends, however that key is spelled", () => {
    const scim = { token_expire_on: "2027-11-01" };
    const { diagnostics } = load({ "identity-provider": { vars: { provider: "okta", scim } } });
    expect(diagnostics.map((d) => d.message)).toEqual([
      'unknown key "token_expire_on" in scim - did you mean "token_expires_on"?',
    ]);
  });

  it.each([
    `${"a".repeat(60)}:${"B".repeat(60)}`,
    `11111111-2222-3333-4444-555555555555:${"x1".repeat(60)}`,
    `00${"a".repeat(40)}`,
    "https://scim.us-east-1.amazonaws.com/x?access_token=abc",
  ])("is found by its look: %s", (application_name) => {
    const { diagnostics } = load({ "identity-provider": { vars: { provider: "okta", application_name } } });
    expect(diagnostics.map((d) => d.code)).toEqual(["IDC759"]);
    expect(JSON.stringify(diagnostics)).not.toContain(application_name);
  });
});

describe("the end of the SCIM token", () => {
  const { identityProvider } = load({
    "identity-provider": { vars: { provider: "okta", scim: { token_expires_on: "2026-12-24" } } },
  });

  it.each([
    ["2026-11-23T23:59:59.999Z", []],
    ["2026-11-24T00:00:00.000Z", ["the SCIM token ends on 2026-12-24, in 30 days"]],
    ["2026-12-23T23:59:59.999Z", ["the SCIM token ends on 2026-12-24, in 1 day"]],
    ["2026-12-24T23:59:59.999Z", ["the SCIM token ends on 2026-12-24, today"]],
    [
      "2026-12-25T00:00:00.000Z",
      ["the SCIM token ended on 2026-12-24: nobody joins or leaves a group in AWS any more"],
    ],
  ])("at %s", (now, messages) => {
    const found = tokenEndIsSaid(identityProvider, now);
    expect(found.map((d) => d.message)).toEqual(messages);
    expect(found.every((d) => d.severity === "warning" && d.span?.line !== undefined)).toBe(true);
  });

  it("is said by validate, which goes on", async () => {
    const text = fixture("valid", "identity-provider");
    const folder = project({ "catalog/aws-sso.yaml": text });
    const { code, err } = await identity(folder, ["validate", "--now", "2027-10-20"]);
    expect(code).toBe(0);
    expect(err).toContain("IDC758: the SCIM token ends on 2027-11-01, in 12 days");
  });

  it("is not said of no provider", () => {
    expect(tokenEndIsSaid(null, "2026-12-25T00:00:00.000Z")).toEqual([]);
  });
});

describe("URLs of Identity Center", () => {
  it.each([
    `https://us-east-1.signin.aws/platform/saml/acs/${tenant}`,
    `https://ap-southeast-1.sso.signin.aws/platform/saml/acs/${"Ab1".repeat(10)}`,
    `https://us-gov-west-1.signin.amazonaws-us-gov.com/platform/saml/acs/${tenant}`,
    `https://us-east-1.signin.aws.amazon.com/platform/saml/acs/${"a".repeat(64)}`,
  ])("%s receives assertions", (url) => {
    expect(acsUrlProblem(url)).toBeNull();
  });

  it.each([
    `https://us-east-1.signin.aws/platform/saml/acs/${"a".repeat(29)}`,
    `https://us-east-1.signin.aws/platform/saml/acs/${"a".repeat(65)}`,
    `https://us-east-1.signin.aws/platform/saml/acs/${tenant}/`,
    `https://us-east-1.signin.aws/platform/saml/acs/${tenant}\n`,
    `https://us-east-1.signin.aws/platform/saml/acs/${tenant}#x`,
    `https://us-east-1xsignin.aws/platform/saml/acs/${tenant}`,
    `https://evil.us-east-1.signin.aws/platform/saml/acs/${tenant}`,
    `https://us-east-1.signin.aws\\@example.com/platform/saml/acs/${tenant}`,
    `HTTPS://us-east-1.signin.aws/platform/saml/acs/${tenant}`,
    `javascript:alert(1)//us-east-1.signin.aws/platform/saml/acs/${tenant}`,
  ])("%j does not", (url) => {
    expect(acsUrlProblem(url)).not.toBeNull();
  });

  it("name their region", () => {
    const issuer = "https://eu-central-1.signin.aws.amazon.com/platform/saml/d-1234567890";
    const endpoint = `https://scim.eu-central-1.api.aws/${tenant}/scim/v2`;
    expect([entityIdProblem(issuer), scimEndpointProblem(endpoint)]).toEqual([null, null]);
    expect([entityIdRegion(issuer), scimRegion(endpoint)]).toEqual(["eu-central-1", "eu-central-1"]);
    expect([entityIdRegion(endpoint), scimRegion(issuer)]).toEqual([null, null]);
  });
});
