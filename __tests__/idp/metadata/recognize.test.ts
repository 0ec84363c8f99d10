import { expect, it } from "vitest";
import { recognize } from "../../../src/idp/metadata/recognize.js";

const tenant = "11111111-2222-3333-4444-555555555555";

it.each([
  ["Okta", "http://www.okta.com/exk1", "https://acme.okta.com/app/x/sso/saml"],
  ["Okta", "http://www.okta.com/exk1", "https://login.acme.example/app/x/sso/saml"],
  ["Okta", "http://www.okta.com/exk1", "https://acme.oktapreview.com/app/x/sso/saml"],
  ["Microsoft Entra ID", "https://chosen.example", `https://login.microsoftonline.com/${tenant}/saml2`],
  [
    "Microsoft Entra ID",
    `https://sts.windows.net/${tenant}/`,
    `https://login.microsoftonline.us/${tenant}/saml2`,
  ],
  [
    "Google Workspace",
    "https://accounts.google.com/o/saml2?idpid=C01",
    "https://accounts.google.com/o/saml2/idp?idpid=C01",
  ],
  ["JumpCloud", "anything", "https://sso.jumpcloud.com/saml2/aws"],
  ["JumpCloud", "http://www.okta.com/exk1", "https://sso.eu.jumpcloud.com/saml2/aws"],
  [
    "OneLogin",
    "https://app.onelogin.com/saml/metadata/1",
    "https://acme.onelogin.com/trust/saml2/http-post/sso/1",
  ],
  [
    "PingOne",
    `https://auth.pingone.com.au/${tenant}`,
    `https://auth.pingone.com.au/${tenant}/saml20/idp/sso`,
  ],
  [
    "CyberArk Identity",
    "https://aab1234.id.cyberark.cloud/x",
    "https://aab1234.id.cyberark.cloud/applogin/appKey/x",
  ],
  [null, "okta", "https://idp.example.com/okta.com"],
  [null, "JumpCloud", "https://idp.example.com/saml2"],
  [null, "x", "https://acme.okta.com.evil.example/sso"],
  [null, "x", "https://evilokta.com/sso"],
  [null, "x", "https://acme.okta.com@evil.example/sso"],
  [null, "x", "not a URL"],
] as const)("%s: %s, %s", (product, entityId, url) => {
  expect(recognize(entityId, [url])?.product ?? null).toBe(product);
});

it("hosts of two products are nobody's", () => {
  expect(recognize("x", ["https://acme.okta.com/a", "https://sso.jumpcloud.com/a"])).toBe(null);
  expect(recognize("x", ["https://acme.okta.com/a", "https://b.okta.com/a"])?.provider).toBe("okta");
});
