import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { earlierAccess } from "../../../src/report/access-since.js";
import type { ReportGrant, ReportInput } from "../../../src/report/html/input.js";
import { pageData } from "../../../src/report/html/page-data.js";
import { reportHtml } from "../../../src/report/html/report.js";

const grant: ReportGrant = {
  ...{ accountId: "222222222222", accountName: "plat-dev", ou: "/Platform", accountTypes: ["dev"] },
  ...{ principalType: "GROUP", principalName: "DevOps", permissionSet: "ReadOnlyAccess" },
  ...{ expiresAt: "2026-12-01T00:00:00.000Z", sources: ["catalog/aws-sso.yaml:7:5"] },
};
const input: ReportInput = {
  ...{ title: "Access", createdAt: "2026-11-24T00:00:00.000Z", instance: null, grants: [grant], sets: [] },
  ...{ findings: null, drift: null, since: null },
};
const hostile = [
  "</script><script>alert(1)</script>",
  "<!--<script>",
  "</title></noscript></style><img src=x onerror=alert(1)>",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the syntax of a template on purpose
  "\"'&`${alert(1)}{{7*7}}",
  "\u202Egpj.exe\u2066",
  "👩‍💻 Équipe",
];

/** The elements of the text by name, as a parser that knows nothing of the data would see them. */
function elements(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(`<${name}[ >][\\s\\S]*?</${name}>`, "gi"))].map(([text]) => text);
}

describe("the access report as HTML", () => {
  it.each(hostile)("shows a name that is %j, and nothing of it becomes markup", (name) => {
    const clean = reportHtml(input);
    const grants = [{ ...grant, principalName: name, accountName: name, permissionSet: name, ou: name }];
    const html = reportHtml({ ...input, title: name, grants });
    for (const tag of ["script", "style", "title", "noscript"]) {
      expect(elements(html, tag)).toHaveLength(elements(clean, tag).length);
    }
    expect(html).not.toContain("<img");
    const [title] = elements(html, "title");
    expect(title?.slice(7, -8)).not.toMatch(/[<>"'\u202e\u2066]/);
    const [data] = elements(html, "script");
    expect(data?.slice(10, -9)).not.toContain("<!--");
    expect(earlierAccess(html)?.grants[0]).toMatchObject({ principalName: name, accountName: name });
  });

  it("lets nothing run or load but its own script and style", () => {
    const html = reportHtml(input);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
    const [style = ""] = elements(html, "style");
    const script = elements(html, "script").at(-1) ?? "";
    expect(policy.split("; ")).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hash(style.slice(7, -8))}'`,
      `script-src 'sha256-${hash(script.slice(8, -9))}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html).not.toMatch(/\s(src|href|on\w+)=|https?:\/\//);
  });

  it("has a table of the grants for readers without JavaScript, or says where they are", () => {
    const [table] = elements(reportHtml(input), "noscript");
    expect(table).toContain("<td><bdi>group DevOps</bdi></td>");
    expect(table).toContain("<td><bdi>catalog/aws-sso.yaml:7:5</bdi></td>");
    const grants = Array.from({ length: 1001 }, () => grant);
    const [text] = elements(reportHtml({ ...input, grants }), "noscript");
    expect(text).not.toContain("<table");
    expect(text).toContain("1001 grants");
  });

  it("is the same text for the same input", () => {
    expect(reportHtml(input)).toBe(reportHtml(structuredClone(input)));
  });
});

describe("the data of the page", () => {
  it("has each name once, and grants as numbers", () => {
    const other = { ...grant, accountId: "333333333333", accountName: "plat-prod", expiresAt: null };
    const { accounts, principals, setNames, ends, sources, grants } = pageData({
      ...input,
      grants: [grant, other],
    });
    expect(accounts.map((a) => a.id)).toEqual(["222222222222", "333333333333"]);
    expect(accounts[0]).toEqual({ id: "222222222222", name: "plat-dev", ou: "/Platform", types: ["dev"] });
    expect(principals).toEqual([{ type: "GROUP", name: "DevOps" }]);
    expect([setNames, ends, sources]).toEqual([
      ["ReadOnlyAccess"],
      [grant.expiresAt],
      [["catalog/aws-sso.yaml:7:5"]],
    ]);
    expect(grants).toEqual([0, 0, 0, 0, 0, 1, 0, 0, -1, 0]);
  });

  it("keeps a group and a user of one name apart, and lists of sources too", () => {
    const user = { ...grant, principalType: "USER" as const, sources: ["a.yaml:1:1", "b.yaml:2:2"] };
    const { principals, sources } = pageData({ ...input, grants: [grant, user] });
    expect(principals.map((p) => p.type)).toEqual(["GROUP", "USER"]);
    expect(sources).toHaveLength(2);
  });

  it("points from drift and changes at the same names", () => {
    const drift = { missing: [grant], undeclared: [{ ...grant, principalName: "Guests" }] };
    const since = {
      title: null,
      createdAt: null,
      added: [grant],
      removed: [],
      ends: [{ grant, before: null }],
    };
    const page = pageData({ ...input, drift, since });
    expect(page.drift).toEqual({ missing: [0, 0, 0, 0], undeclared: [0, 1, 0, 0] });
    expect(page.since).toEqual({
      title: null,
      createdAt: null,
      added: [0, 0, 0, 0],
      removed: [],
      ends: [0, 0, 0, 0, -1],
    });
    expect(page.accounts[0]?.ou).toBe("/Platform");
  });
});

function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
