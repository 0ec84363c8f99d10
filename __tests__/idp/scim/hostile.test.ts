import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  codes,
  configuration,
  emptyList,
  json,
  portsOf,
  serve,
  serveBut,
  test,
  token,
  tried,
  wanted,
} from "./support.js";

const half = token.slice(5, 20);

describe("the token is never shown", () => {
  it.each([
    ["as it is", (sent: string) => `bad token ${sent}`],
    ["in half", () => `bad token ${half}…`],
    ["in capitals", (sent: string) => sent.toUpperCase()],
    ["encoded", (sent: string) => encodeURIComponent(sent)],
    ["as entities", (sent: string) => [...sent].map((c) => `&#${c.charCodeAt(0)};`).join("")],
    ["in quotes and lines", (sent: string) => [...sent].map((c) => `"${c}"\n`).join("")],
  ])("when the error echoes it %s", async (_how, echo) => {
    const url = await serve((request, response) => {
      json(response, { detail: echo(request.headers.authorization?.slice(7) ?? "") }, 400);
    });
    const report = await test(url);
    expect([report.verdict, codes(report)]).toEqual(["failed", ["IDC741"]]);
    expect(report.diagnostics[0]?.message).toContain("is not shown");
    expect(lettersOf(report)).not.toContain(lettersOf(half));
  });

  it("when a group has its name", async () => {
    const Resources = [{ id: "1", displayName: token }];
    const url = await serveBut((asked, response, { headers }) => {
      if (headers.authorization !== `Bearer ${token}` || asked.pathname !== "/Groups") return false;
      json(response, asked.searchParams.has("filter") ? emptyList : { Resources, totalResults: 1 });
      return true;
    });
    const report = await test(url, { groups: [wanted(token.replace("q7", "q8"))] });
    expect(codes(report)).toEqual(["IDC743"]);
    expect(report.groups?.[0]?.nearest).toBeNull();
    expect(JSON.stringify(report)).not.toContain(token);
  });

  it("when it is sent elsewhere: a redirect is not followed", async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization);
      json(response, configuration);
    });
    const url = await serve((_request, response) => {
      response.writeHead(307, { location: `${other}/${encodeURIComponent(token)}` });
      response.end();
    });
    const report = await test(url);
    expect([report.verdict, codes(report), seen]).toEqual(["failed", ["IDC741"], []]);
    expect(report.diagnostics[0]?.message).toContain("(307); the token did not follow");
    expect(JSON.stringify(report)).not.toContain(token);
  });

  it("to whom a wrong token is tried on: it is random, and no part of the right one", async () => {
    const tokens = new Set<string>();
    const url = await serveBut((_asked, _response, request) => {
      tokens.add(request.headers.authorization ?? "");
      return false;
    });
    await test(url);
    await test(url);
    const wrong = [...tokens].filter((sent) => sent !== `Bearer ${token}`);
    expect(wrong).toEqual([
      expect.stringMatching(/^Bearer [\da-f-]{36}$/),
      expect.stringMatching(/^Bearer /),
    ]);
  });
});

/** Letters and digits alone: what a broken-up token would be put together from. */
function lettersOf(value: unknown): string {
  return JSON.stringify(value)
    .replace(/[^A-Za-z0-9]/g, "")
    .toLowerCase();
}

describe("what else answers is told from a SCIM endpoint", () => {
  const html = { "content-type": "text/html; charset=utf-8" };
  it.each([
    ["a page", 200, html, "<html>sign in</html>", "IDC741", "page for people"],
    ["a page without a type", 200, {}, "\n<!DOCTYPE html>", "IDC741", "page for people"],
    ["a proxy's page", 403, html, "<html>blocked</html>", "IDC741", "page for people"],
    ["text", 200, {}, "it works", "IDC741", "not a JSON object"],
    ["a list", 200, {}, "[]", "IDC741", "not a JSON object"],
    ["nothing", 200, {}, "", "IDC741", "not a JSON object"],
    ["other JSON", 200, {}, "{}", "IDC741", "no SCIM service"],
    ["a teapot", 418, {}, "{}", "IDC741", "answers 418"],
    ["created", 201, {}, JSON.stringify(configuration), "IDC741", "answers 201"],
    ["forbidden", 403, {}, '{"detail":"not yours"}', "IDC738", '(403): "not yours"'],
    ["not found", 404, {}, "", "IDC739", "no SCIM endpoint"],
    ["a failure", 500, {}, "", "IDC740", "fails (500)"],
  ])("%s", async (_what, status, headers, body, code, message) => {
    const url = await serve((_request, response) => {
      response.writeHead(status, headers);
      response.end(body);
    });
    const report = await test(url);
    expect([report.verdict, codes(report), tried(report).at(-1)]).toEqual([
      "failed",
      [code],
      "failed connection",
    ]);
    expect(report.diagnostics[0]?.message).toContain(message);
  });

  it("an answer without end", async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const fill = (): void => {
        while (response.write("x".repeat(10_000)) && !response.destroyed);
      };
      response.on("drain", fill);
      fill();
    });
    const report = await test(url);
    expect([codes(report), report.diagnostics[0]?.message]).toEqual([
      ["IDC741"],
      expect.stringContaining("its answer is too large"),
    ]);
  });

  it("no answer in time, be it late to begin or slow to end", async () => {
    const late = await serve(() => {});
    const slow = await serve((_request, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write("{");
    });
    for (const report of await Promise.all([test(late), test(slow)])) {
      expect([report.verdict, codes(report)]).toEqual(["failed", ["IDC736"]]);
      expect(report.diagnostics[0]?.message).toContain("no answer in time");
    }
  });

  it("nobody there, no such host, no TLS, and a connection that breaks", async () => {
    const plain = await serve(() => {});
    const raw = createServer((socket) => socket.destroy());
    const listen = () =>
      new Promise<string>((resolve) => {
        raw.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(raw.address() as AddressInfo).port}`));
      });
    const broken = await listen();
    onTestFinished(() => void raw.close());
    const told = async (url: string) => (await test(url)).diagnostics.at(-1)?.message;
    expect(await told(broken)).toMatch(/^cannot reach 127\.0\.0\.1:\d+: the connection broke/);
    expect(await told(plain.replace("http:", "https:"))).toContain("its certificate cannot be trusted");
    raw.close();
    expect(await told(broken)).toContain("nothing listens there (ECONNREFUSED)");
    const report = await test("https://scim.invalid/scim/v2");
    expect(codes(report)).toEqual(["IDC731", "IDC736"]);
    expect(report.diagnostics[1]?.message).toMatch(/^cannot reach scim\.invalid: there is no such host/);
  });

  it("an endpoint that takes any token", async () => {
    const url = await serve((request, response) => {
      json(response, request.url === "/ServiceProviderConfig" ? configuration : emptyList);
    });
    const report = await test(url);
    expect([report.verdict, codes(report)]).toEqual(["findings", ["IDC742"]]);
  });

  it("an endpoint that does not filter users, and one that gives no list", async () => {
    const answering = (body: unknown) =>
      serveBut((asked, response, { headers }) => {
        if (headers.authorization !== `Bearer ${token}` || asked.pathname !== "/Users") return false;
        json(response, body);
        return true;
      });
    const everybody = await test(await answering({ Resources: [{ id: "1" }, { id: "2" }] }));
    expect([everybody.verdict, codes(everybody)]).toEqual(["findings", ["IDC745"]]);
    for (const body of [{}, { Resources: "x" }, { Resources: [7] }, { totalResults: 3 }]) {
      const report = await test(await answering(body));
      expect([report.verdict, codes(report)]).toEqual(["failed", ["IDC741"]]);
    }
    expect(tried(await test(await answering({ totalResults: 0 })))).toContain("passed query");
  });

  it("a server that wants to be left alone for long is not waited for", async () => {
    const url = await serve((_request, response) => json(response, {}, 503, { "retry-after": "31" }));
    const ports = portsOf();
    const report = await test(url, {}, ports);
    expect([report.verdict, codes(report), ports.waits]).toEqual(["failed", ["IDC740"], []]);
  });

  it("an endpoint that is not there for a wrong token proves nothing", async () => {
    const url = await serveBut((_asked, response, { headers }) => {
      if (headers.authorization === `Bearer ${token}`) return false;
      json(response, {}, 404);
      return true;
    });
    const report = await test(url);
    expect([report.verdict, tried(report).at(-1)]).toEqual(["failed", "failed authentication"]);
  });

  it("an endpoint that takes names for equal that differ in case", async () => {
    const url = await serveBut((asked, response, { headers }) => {
      if (headers.authorization !== `Bearer ${token}` || asked.pathname !== "/Groups") return false;
      json(response, { Resources: [{ id: "1", displayName: "devops" }], totalResults: 1 });
      return true;
    });
    const report = await test(url, { groups: [wanted("DevOps")] });
    expect(report.groups).toEqual([{ name: "DevOps", status: "missing", nearest: "devops" }]);
  });

  it("two groups of one name", async () => {
    const Resources = [1, 2].map((id) => ({ id: `${id}`, displayName: "DevOps" }));
    const url = await serveBut((asked, response, { headers }) => {
      if (headers.authorization !== `Bearer ${token}` || asked.pathname !== "/Groups") return false;
      json(response, { Resources, totalResults: 2 });
      return true;
    });
    const report = await test(url, { groups: [wanted("DevOps")] });
    expect([report.verdict, codes(report), report.groups?.[0]?.status]).toEqual([
      "findings",
      ["IDC744"],
      "twice",
    ]);
  });

  it("an endpoint that stops in the middle", async () => {
    const url = await serveBut((asked, response) => {
      if (asked.pathname !== "/Groups") return false;
      json(response, { detail: "over" }, 401);
      return true;
    });
    const report = await test(url, { groups: [wanted("A"), wanted("B")] });
    expect([report.verdict, codes(report), report.groups]).toEqual(["failed", ["IDC737"], []]);
  });

  it("a pause of a server that is down, twice as long each time", async () => {
    let left = 3;
    const url = await serveBut((_asked, response) => {
      if (left-- <= 0) return false;
      json(response, {}, 502, { "retry-after": "soon" });
      return true;
    });
    const ports = portsOf();
    expect((await test(url, {}, ports)).verdict).toBe("well");
    expect(ports.waits).toEqual([500, 1000, 2000]);
  });
});
