import { describe, expect, it } from "vitest";
import type { Http } from "../../../src/idp/scim/http.js";
import { codes, portsOf, test, token, tried } from "./support.js";

const tenant = "5f3c2b1a-7d58-4e0b-9a6c-2d1f0e9b8c7a";
const aws = `https://scim.us-east-1.amazonaws.com/${tenant}/scim/v2`;

/** Where requests went; nobody answers. */
function recorder(): { readonly urls: string[]; readonly http: Http } {
  const urls: string[] = [];
  return {
    urls,
    http: async ({ url }) => {
      urls.push(url);
      return { ok: false, kind: "host", code: null };
    },
  };
}

async function asked(url: string, more: object = {}) {
  const { urls, http } = recorder();
  const report = await test(url, more, portsOf(http));
  return { report, urls };
}

describe("a token goes to AWS", () => {
  it.each([
    aws,
    `https://scim.eu-central-2.api.aws/${tenant}/scim/v2`,
    `https://scim.us-gov-west-1.amazonaws.com/${tenant}/scim/v2`,
  ])("%s", async (url) => {
    const { report, urls } = await asked(url, { region: null, urlFrom: "catalog" });
    expect(urls).toEqual([`${url}/ServiceProviderConfig`]);
    expect(tried(report)[0]).toBe("passed url");
  });

  it("without a slash at the end of the URL, which Okta refuses", async () => {
    const { report, urls } = await asked(`${aws}/`);
    expect(urls).toEqual([`${aws}/ServiceProviderConfig`]);
    expect([report.endpoint, codes(report)[0], tried(report)[0]]).toEqual([aws, "IDC733", "warning url"]);
  });

  it("also in another region than the catalog's, and that is said", async () => {
    const { report } = await asked(aws, { region: "eu-west-1" });
    expect([codes(report)[0], tried(report)[0]]).toEqual(["IDC732", "failed url"]);
  });
});

describe("a token goes nowhere", () => {
  it.each([
    ["by http", aws.replace("https", "http")],
    ["to what is no URL", "scim/v2"],
    ["by another protocol", "file:///etc/passwd"],
    ["beside a password", aws.replace("//", "//me:secret@")],
    ["with a query", `${aws}?x=1`],
    ["with a fragment", `${aws}#x`],
    ["to another path of AWS", "https://scim.us-east-1.amazonaws.com/"],
    ["to another service of AWS", `https://bucket.s3.us-east-1.amazonaws.com/${tenant}/scim/v2`],
    ["to another port of AWS", aws.replace(".com", ".com:8443")],
    ["when it is the URL", token],
    ["when it is in the URL", `https://example.com/${encodeURIComponent(token)}`],
  ])("%s", async (_how, url) => {
    const { report, urls } = await asked(url);
    expect([report.verdict, codes(report), urls]).toEqual(["invalid", ["IDC730"], []]);
    const said = JSON.stringify(report);
    expect([said.includes("secret"), said.includes(token), said.includes(encodeURIComponent(token))]).toEqual(
      [false, false, false],
    );
  });

  it.each([
    ["", "is empty"],
    [`Bearer ${token}`, "begins with"],
    [`"${token}"`, "has quotes around it"],
    [`${token}\n`, "has a line break in it"],
    [`${token.slice(0, 9)}\r\n${token.slice(9)}`, "has a line break in it"],
    [`${token} x`, "has a space in it"],
    [`${token}\u0000`, "has characters that no token has"],
    [`${token}é`, "has characters that no token has"],
    [token.repeat(300), "is longer than any token"],
  ])("when something got into it: case %#", async (wrong, message) => {
    const { report, urls } = await asked(aws, { token: wrong });
    expect([report.verdict, codes(report), urls]).toEqual(["invalid", ["IDC735"], []]);
    expect(report.diagnostics[0]?.message).toContain(message);
    expect(JSON.stringify(report)).not.toContain(token.slice(0, 9));
  });
});

describe("a host that is not AWS's", () => {
  const look = `https://scim.us-east-1.amazonaws.com.example.net/${tenant}/scim/v2`;

  it("gets the token when a person named it, and that is said", async () => {
    const { report, urls } = await asked(look);
    expect([codes(report)[0], urls.length, tried(report)[0]]).toEqual(["IDC731", 1, "warning url"]);
    expect(report.diagnostics[0]?.message).toBe(
      "scim.us-east-1.amazonaws.com.example.net is no host of AWS, and gets the token",
    );
  });

  it("gets none when a catalog names it", async () => {
    const { report, urls } = await asked(look, { urlFrom: "catalog" });
    expect([report.verdict, codes(report), urls]).toEqual(["invalid", ["IDC731"], []]);
  });

  it("may be this machine", async () => {
    for (const host of ["http://127.0.0.1:4577", "http://localhost:4577", "http://[::1]:4577"]) {
      const { report, urls } = await asked(`${host}/scim/v2`, { urlFrom: "catalog" });
      expect([urls, tried(report)[0]]).toEqual([[`${host}/scim/v2/ServiceProviderConfig`], "passed url"]);
    }
    expect((await asked("http://127.0.0.1.example.net/scim/v2")).urls).toEqual([]);
  });
});
