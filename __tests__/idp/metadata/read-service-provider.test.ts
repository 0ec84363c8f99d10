import { describe, expect, it } from "vitest";
import { readServiceProvider } from "../../../src/idp/metadata/read-service-provider.js";
import { diagnosticLine } from "../../catalog/load-case.js";

const entityId = "https://eu-west-1.signin.aws.amazon.com/platform/saml/d-1234567890";
const acs = (url: string, more = "") =>
  `<md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${url}" ${more}/>`;
const sp = (services: string, id = entityId) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${id}">
  <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    ${services}
  </md:SPSSODescriptor>
</md:EntityDescriptor>
`;
const read = (text: string) => {
  const { serviceProvider, diagnostics } = readServiceProvider(text, "sp.xml");
  return [serviceProvider, diagnostics.map((d) => diagnosticLine(d).split(" → ")[0])];
};

describe("the service provider's metadata", () => {
  it("has the entity ID and every URL once, the default one first", () => {
    const services = [
      acs("https://a/acs", 'index="1"'),
      acs("https://b/acs", 'isDefault="true"'),
      acs("https://a/acs"),
    ];
    expect(read(`\uFEFF${sp(services.join(""))}`)).toEqual([
      { entityId, acsUrls: ["https://b/acs", "https://a/acs"] },
      [],
    ]);
  });

  it("is read without a binding, and other bindings are left out", () => {
    const services = `<md:AssertionConsumerService Location=" https://a/acs "/>${acs("https://b/acs").replace("HTTP-POST", "PAOS")}`;
    expect(read(sp(services))).toEqual([{ entityId, acsUrls: ["https://a/acs"] }, []]);
  });

  it.each([
    [
      "another product",
      sp(acs("https://a/acs"), "https://sp.example.com"),
      'IDC706 "https://sp.example.com" is a service provider, but not IAM Identity Center',
    ],
    [
      "the other side",
      sp(acs("https://a/acs")).replaceAll("SPSSO", "IDPSSO"),
      "IDC706 this is not the service provider's metadata",
    ],
    ["no entity ID", sp(acs("https://a/acs"), " "), "IDC708 the service provider has no entityID"],
    ["no URL", sp(acs("")), "IDC709 the service provider has no AssertionConsumerService with a URL"],
    ["no metadata", "<html/>", "IDC705 no SAML metadata: its root element is <html>, not EntityDescriptor"],
    ["no XML", "entity: d-1", "IDC704 not well-formed XML: text data outside of root node"],
  ])("%s is said", (_what, text, message) => {
    expect(read(text)[1]).toEqual([expect.stringContaining(message)]);
  });

  it("is one", () => {
    const two = sp("").replace(
      /<md:Entity[\s\S]*/,
      (all) =>
        `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${all}${all}</md:EntitiesDescriptor>`,
    );
    expect(read(two)).toEqual([null, [expect.stringContaining("IDC705 2 service providers in one file")]]);
  });
});
