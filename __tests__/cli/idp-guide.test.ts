import { describe, expect, it } from "vitest";
import { coloured } from "../../src/report/paint.js";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import { catalogPath, exampleCatalog, invalidCatalog } from "./example.js";

const entityId = "https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890";
const acs = "https://us-east-1.signin.aws/platform/saml/acs/11112222-3333-4444-5555-666677778888";
const endpoint = "https://scim.us-east-1.amazonaws.com/Abc12345-6789-4abc-8def-0123456789ab/scim/v2";
const component = `    identity-provider:
      vars:
        provider: okta
        service_provider: { entity_id: "${entityId}", acs_urls: ["${acs}"] }
        scim: { endpoint: "${endpoint}", token_expires_on: "2027-11-01" }
`;
const saml = "urn:oasis:names:tc:SAML:2.0";
const metadata = (id: string, role: string) =>
  `<EntityDescriptor xmlns="${saml}:metadata" entityID="${id}"><${role} protocolSupportEnumeration="${saml}:protocol">${
    role === "SPSSODescriptor"
      ? `<AssertionConsumerService Binding="${saml}:bindings:HTTP-POST" Location="${acs}/of-the-file"/>`
      : `<SingleSignOnService Binding="${saml}:bindings:HTTP-POST" Location="https://idp.example/sso"/>`
  }</${role}></EntityDescriptor>`;
const files = { [catalogPath]: exampleCatalog };
const sp = (id: string) => ({ "sp.xml": metadata(id, "SPSSODescriptor") });
const guide = (all: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  identity(project(all), ["idp", "guide", "okta", ...args]);
const fromFile = ["--sp-metadata", "sp.xml"];

describe("identity idp guide", () => {
  it("fills in the catalog's region, groups and component, and has nothing more to say", async () => {
    const { code, out, err } = await guide({ [catalogPath]: `${exampleCatalog}${component}` });
    expect([code, err]).toEqual([0, ""]);
    expect(out).not.toMatch(/<[A-Za-z]/);
    for (const value of ["us-east-1", entityId, acs, endpoint, "Admins"]) {
      expect(out).toMatch(new RegExp(`^ {5}.*  ${value}$`, "m"));
    }
  });

  it("without a catalog has placeholders, and says in one line on stderr how to fill them", async () => {
    const { code, out, err } = await guide({});
    expect([code, err.split("\n").length]).toEqual([0, 2]);
    expect(err).toContain(
      `there is no ${catalogPath}: give --catalog FILE for Region and groups; give --sp-`,
    );
    expect(out).toContain("Group  <every group that the catalog names>\n");
  });

  it("goes on without a catalog that is invalid, but not when it was asked for", async () => {
    const invalid = { [catalogPath]: `${invalidCatalog}${component}` };
    const { code, out, err } = await guide(invalid);
    expect([code, err]).toEqual([
      0,
      `angle brackets stand for what is not known yet: ${catalogPath} is not valid, and "identity validate" tells why: its Region and groups are not used\n`,
    ]);
    expect(out).toContain(`  ${acs}\n`);
    expect(out).not.toContain("Admins");
    const asked = await guide(invalid, "--catalog", catalogPath, "--format", "json");
    expect(asked.code).toBe(3);
    expect(asked.err).toContain("IDC302");
    expect(JSON.parse(asked.out).diagnostics[0].code).toBe("IDC302");
    const absent = await guide({}, "--catalog", "nowhere.yaml");
    expect([absent.code, absent.out]).toEqual([3, ""]);
    expect(absent.err).toContain('cannot read "nowhere.yaml"');
  });

  it("takes AWS's values from its metadata file rather than from the catalog", async () => {
    const all = { [catalogPath]: `${exampleCatalog}${component}`, ...sp(entityId) };
    const { code, out, err } = await guide(all, ...fromFile);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(`  ${acs}/of-the-file\n`);
    expect(out).not.toContain(`  ${acs}\n`);
    const alone = await guide(sp(entityId), ...fromFile);
    expect(alone.out).toContain("Region  us-east-1\n");
  });

  it("refuses the identity provider's own file, and one that is not there", async () => {
    const idp = { ...files, "sp.xml": metadata("https://idp.example", "IDPSSODescriptor") };
    const { code, out, err } = await guide(idp, ...fromFile);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain("error IDC706");
    const absent = await guide(files, ...fromFile, "--format", "json");
    expect([absent.code, JSON.parse(absent.out).diagnostics[0].code]).toEqual([3, "IDC102"]);
  });

  it("warns when the issuer is of another region than the catalog", async () => {
    const elsewhere = entityId.replace("us-east-1", "eu-west-1");
    const { code, err } = await guide({ ...files, ...sp(elsewhere) }, ...fromFile);
    expect(code).toBe(0);
    expect(err).toContain("warning: the issuer is of eu-west-1, and the catalog is for us-east-1");
    expect((await guide({ ...files, ...sp(entityId) }, ...fromFile)).err).not.toContain("warning");
  });

  it("shows what cannot be seen, and warns of an issuer that is not AWS's", async () => {
    const { code, out, err } = await guide({ ...files, ...sp("x\u202e\u0085y") }, ...fromFile);
    expect([code, err.includes("warning IDC706")]).toEqual([0, true]);
    expect(out).toContain("  x\\u202e\\u0085y\n");
    expect(`${out}${err}`).not.toMatch(/[\u202e\u0085]/);
  });

  it("is coloured for a terminal only, and has boxes in Markdown", async () => {
    const args = ["idp", "guide", "entra"];
    const painted = await identity(project(files), args, { paintOut: coloured });
    expect(painted.out).toContain("\u001b[1m1. Enable IAM Identity Center\u001b[22m\n");
    expect((await identity(project(files), args)).out).not.toContain("\u001b");
    const markdown = await identity(project(files), [...args, "--format", "markdown"]);
    expect(markdown.out).toMatch(
      /^# Connect Microsoft Entra ID to AWS IAM Identity Center\n\n## 1\. .*\n\n- \[ \] /,
    );
  });

  it("takes only providers that have a guide", async () => {
    const { code, err } = await identity("/", ["idp", "guide", "auth0"]);
    expect(code).toBe(3);
    expect(err).toContain("okta, jumpcloud, entra, google, other");
  });
});
