import { describe, expect, it } from "vitest";
import { checkSignature } from "../../../src/idp/metadata/signature/check-signature.js";
import { checked, fixture } from "./checked.js";

const signed = fixture("good/entra").toString().replace("\uFEFF", "");
const [declaration = ""] = /^<\?xml[^>]*\?>/.exec(signed) ?? [];
const entity = signed.slice(declaration.length);
const [signature = ""] = /<Signature.*<\/Signature>/s.exec(signed) ?? [];
const unsigned = entity.replace(signature, "");
const md = "urn:oasis:names:tc:SAML:2.0:metadata";
const id = "_00000000-0000-4000-8000-00000000000a";
/** What an attacker would have AWS believe. */
const evil = unsigned.replaceAll("login.microsoftonline.com", "evil.example");
/** The start tag of an entity with something put behind it. */
const withChild = (xml: string, child: string) =>
  xml.replace(/<EntityDescriptor[^>]*>/, (tag) => tag + child);
const otherId = (xml: string) => xml.replace(id, "_other");

const stateOf = (xml: string) => {
  const { signature: found, diagnostics } = checked(declaration + xml);
  const codes = diagnostics.filter((d) => d.severity !== "info").map((d) => `${d.code} ${d.message}`);
  return [found?.state ?? null, codes];
};

it("the file that is attacked here is intact", () => {
  expect(stateOf(entity)).toEqual(["intact", []]);
  const { signature: found, subject } = checked(signed);
  expect(found).toEqual({
    ...{ state: "intact", method: "RSA-SHA256" },
    certificate: subject?.certificates[0]?.sha256,
  });
});

it("a comment, or other white space in a tag, changes nothing that is signed", () => {
  expect(stateOf(withChild(entity, "<!-- hello -->"))).toEqual(["intact", []]);
  expect(stateOf(entity.replace("<IDPSSODescriptor ", "<IDPSSODescriptor\n  "))).toEqual(["intact", []]);
});

describe("a signature that covers something else is refused", () => {
  it.each([
    [
      "the signed entity as a child, the signature in the root",
      withChild(otherId(evil), signature + unsigned),
      `it signs "#${id}", which is not the root element`,
    ],
    [
      "the signed entity, whole, as a child",
      withChild(otherId(evil), entity),
      "it does not stand directly in the root element",
    ],
    [
      "the signed entity in an extension",
      withChild(otherId(evil), `<Extensions>${entity}</Extensions>`),
      "it does not stand directly in the root element",
    ],
    [
      "one ID twice",
      withChild(evil, signature + unsigned),
      `it signs "#${id}", which is not the root element`,
    ],
    [
      "one ID twice, by another name",
      withChild(evil, signature + unsigned.replace(" ID=", " Id=")),
      `it signs "#${id}", which is not the root element`,
    ],
    [
      "the signed entity in an Object of the signature",
      withChild(otherId(evil), signature.replace("</Signature>", `<Object>${unsigned}</Object></Signature>`)),
      "it has elements that do not belong there",
    ],
    ["an Object", entity.replace("</Signature>", "<Object/></Signature>"), "it brings content of its own"],
    ["a second signature", withChild(entity, signature), "there are several signatures"],
    [
      "a second SignedInfo",
      entity.replace(/<SignedInfo>.*<\/SignedInfo>/s, (info) => info + info),
      "it has not exactly one SignedInfo",
    ],
    [
      "a SignedInfo elsewhere",
      withChild(entity, "<Extensions><SignedInfo/></Extensions>"),
      "there is a SignedInfo outside of it",
    ],
    [
      "a second Reference",
      entity.replace(/<Reference.*<\/Reference>/s, (one) => one + one),
      "it has not exactly one SignedInfo",
    ],
    [
      "a list of entities around the signed one",
      `<EntitiesDescriptor xmlns="${md}">${entity}</EntitiesDescriptor>`,
      "it does not stand directly in the root element",
    ],
    [
      "a transform that selects",
      entity.replace(
        'http://www.w3.org/2001/10/xml-exc-c14n#"/></Transforms>',
        'http://www.w3.org/TR/1999/REC-xpath-19991116"/></Transforms>',
      ),
      "it signs what ",
    ],
    [
      "a third transform",
      entity.replace(
        "</Transforms>",
        '<Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></Transforms>',
      ),
      "it signs what ",
    ],
    [
      "a reference to another file",
      entity.replace(`URI="#${id}"`, 'URI="https://evil.example"'),
      'it signs "https://evil.example", which is not the root element',
    ],
    [
      "a reference to nothing",
      entity.replace(` URI="#${id}"`, ""),
      'it signs "", which is not the root element',
    ],
    [
      "an ID that is gone",
      entity.replace(` ID="${id}"`, ""),
      `it signs "#${id}", which is not the root element`,
    ],
  ])("%s", (_what, xml, message) => {
    expect(stateOf(xml)).toEqual([
      "broken",
      [expect.stringContaining(`IDC717 the signature is refused: ${message}`)],
    ]);
  });
});

describe("a signature is broken by", () => {
  const broken =
    "IDC717 the signature is broken: the file was changed after it was signed, or another key signed it";
  const text = signature.replace(/.*<SignatureValue>|<\/SignatureValue>.*/gs, "");
  it.each([
    ["another URL", entity.replaceAll("login.microsoftonline.com", "evil.example")],
    ["a certificate that is gone", entity.replace(/<KeyDescriptor.*?<\/KeyDescriptor>/s, "")],
    [
      "another text value",
      entity.replace("microsoftonline.com/11111111-2222-3333-4444-555555555555/wsfed", "evil.example"),
    ],
    ["another signature", entity.replace(text, text.split("").reverse().join(""))],
    [
      "a comment in the digest",
      entity.replace(/<DigestValue>.*?<\/DigestValue>/, "<DigestValue>AAAA<!-- -->BBBB</DigestValue>"),
    ],
    ["no certificate", entity.replace(/<X509Certificate>.*?<\/X509Certificate>/, "")],
    [
      "a certificate that is none",
      entity.replace(/<X509Certificate>.*?<\/X509Certificate>/, "<X509Certificate>AAAA</X509Certificate>"),
    ],
    ["a URI that has no fragment", entity.replace(`URI="#${id}"`, 'URI=""')],
  ])("%s", (_what, xml) => {
    expect(xml).not.toBe(entity);
    expect(stateOf(xml)).toEqual(["broken", [broken]]);
  });
});

it("is broken when what it covers does not say what was read", () => {
  const root = checked(signed).subject?.root;
  if (root === undefined) throw new Error("no root");
  expect(checkSignature(signed, root, () => true).state).toBe("intact");
  expect(checkSignature(signed, root, () => false)).toMatchObject({ state: "broken", certificate: null });
});

it("without a signature there is nothing to say", () => {
  expect(stateOf(unsigned)).toEqual(["none", []]);
  const other = unsigned.replace("<RoleDescriptor", '<Signature xmlns="urn:other"/><RoleDescriptor');
  expect(stateOf(other)).toEqual(["none", []]);
});
