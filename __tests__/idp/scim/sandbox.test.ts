import { describe, expect, it } from "vitest";
import { provisioner } from "../../sandbox/scim-support.js";
import { codes, network, portsOf, test, tried, wanted } from "./support.js";

const all = ["passed url", "passed connection", "passed authentication", "passed query", "passed groups"];

describe("a test of the sandbox's endpoint", () => {
  it("passes when every group is there, asks only what it must, and changes nothing", async () => {
    const idp = await provisioner();
    const before = (await idp.send("GET", "/Groups")).body;
    const groups = [wanted("DevOps"), wanted("Managers", 2), wanted("DevOps", 3)];
    const asked: string[] = [];
    const ports = portsOf((request) => {
      asked.push(request.url.slice(idp.scimUrl.length));
      return network(request);
    });
    const report = await test(idp.scimUrl, { token: idp.token, groups }, ports);
    expect(report).toMatchObject({ verdict: "well", endpoint: idp.scimUrl, diagnostics: [] });
    expect(tried(report)).toEqual(all);
    expect(report.groups).toEqual([
      { name: "DevOps", status: "found", nearest: null },
      { name: "Managers", status: "found", nearest: null },
    ]);
    expect(asked).toEqual([
      "/ServiceProviderConfig",
      expect.stringMatching(/^\/Users\?filter=userName%20eq%20%22[\da-f-]{36}%22$/),
      expect.stringMatching(/^\/Users\?filter=userName/),
      "/Groups?filter=displayName%20eq%20%22DevOps%22",
      "/Groups?filter=displayName%20eq%20%22Managers%22",
    ]);
    expect((await idp.send("GET", "/Groups")).body).toEqual(before);
  });

  it("says which groups are missing, where they are wanted, and what may have been meant", async () => {
    const idp = await provisioner();
    await idp.send("POST", "/Groups", { displayName: "Cafe\u0301" });
    const groups = [wanted("devops", 4), wanted("devops", 9), wanted("Café", 5), wanted("Nobody", 6)];
    const report = await test(idp.scimUrl, { token: idp.token, groups });
    expect([report.verdict, tried(report).at(-1)]).toEqual(["findings", "failed groups"]);
    expect(report.groups).toEqual([
      { name: "Café", status: "missing", nearest: "Cafe\u0301" },
      { name: "Nobody", status: "missing", nearest: null },
      { name: "devops", status: "missing", nearest: "DevOps" },
    ]);
    expect(report.diagnostics.map((d) => [d.code, d.span?.line, d.message])).toEqual([
      [
        "IDC743",
        5,
        'the SCIM endpoint has no group "Café" - "Cafe\u0301" looks the same, but is made of other characters',
      ],
      ["IDC743", 6, 'the SCIM endpoint has no group "Nobody"'],
      [
        "IDC743",
        4,
        'the SCIM endpoint has no group "devops" - "DevOps" is there, and names are case-sensitive',
      ],
    ]);
    expect(report.diagnostics[2]?.hint).toMatch(/^write "DevOps" here .*; also used at line 9$/);
  });

  it("finds names with every character that a name may have", async () => {
    const idp = await provisioner();
    const names = ['a "quoted" one', "back\\slash", "a & b = c?#+%41", "日本語 🙂", "  spaces  ", 'x" or "1'];
    for (const displayName of names) await idp.send("POST", "/Groups", { displayName });
    const report = await test(idp.scimUrl, { token: idp.token, groups: names.map((name) => wanted(name)) });
    expect([report.verdict, codes(report)]).toEqual(["well", []]);
  });

  it("stops at a token that is wrong", async () => {
    const idp = await provisioner();
    const report = await test(idp.scimUrl, { groups: [wanted("DevOps")] });
    expect([report.verdict, codes(report), report.groups]).toEqual(["failed", ["IDC737"], null]);
    expect(tried(report)).toEqual(["passed url", "failed connection"]);
    expect(report.steps.map((step) => step.id)).toHaveLength(5);
  });

  it("waits as long as a busy endpoint asks, five times at most", async () => {
    const idp = await provisioner();
    const arm = (count: number) =>
      fetch(`${idp.url}/_sandbox/faults`, {
        method: "POST",
        body: JSON.stringify({ operation: "ServiceProviderConfig", code: "ThrottlingException", count }),
      });
    await arm(4);
    const patient = portsOf();
    expect((await test(idp.scimUrl, { token: idp.token }, patient)).verdict).toBe("well");
    expect(patient.waits).toEqual([1000, 1000, 1000, 1000]);
    await arm(9);
    const report = await test(idp.scimUrl, { token: idp.token });
    expect([report.verdict, codes(report)]).toEqual(["failed", ["IDC740"]]);
  });

  it("looks for no group when no catalog says which", async () => {
    const idp = await provisioner();
    const report = await test(idp.scimUrl, { token: idp.token, groups: null, region: null });
    expect([report.verdict, report.groups, tried(report)]).toEqual(["well", null, all.slice(0, 4)]);
  });
});
