import express from "express";
import SCIMMY from "scimmy";
import SCIMMYRouters from "scimmy-routers";
import { beforeAll, describe, expect, it } from "vitest";
import { codes, serve, test, token, tried, wanted } from "./support.js";

// A SCIM server by other people: it follows the standard where AWS does not, and pages by startIndex.
const names = Array.from({ length: 195 }, (_, i) => `group ${i}`).concat("DevOps", "Developers");
const groups = names.map((displayName, i) => ({ id: `${i}`, displayName }));
const app = express();

beforeAll(() => {
  SCIMMY.Resources.declare(SCIMMY.Resources.User)
    .ingress((_resource, data) => data)
    .egress((resource) => {
      const found = [{ id: "1", userName: "jane@example.com" }];
      return resource.filter === undefined ? found : resource.filter.match(found);
    })
    .degress(() => {});
  SCIMMY.Resources.declare(SCIMMY.Resources.Group)
    .ingress((_resource, data) => data)
    .egress((resource) => (resource.filter === undefined ? groups : resource.filter.match(groups)))
    .degress(() => {});
  const handler = (request: express.Request): string => {
    if (request.header("authorization") === `Bearer ${token}`) return "1";
    throw new Error("no");
  };
  // The router turns parameters into numbers in place, which Express 5 forgets: it reads them anew each time.
  app.use((request, _response, next) => {
    Object.defineProperty(request, "query", { value: { ...request.query } });
    next();
  });
  app.use("/scim/v2", new SCIMMYRouters({ type: "bearer", handler }) as unknown as express.Router);
});

describe("a test of another SCIM server", () => {
  it("passes, and finds groups", async () => {
    const url = `${await serve(app)}/scim/v2`;
    const report = await test(url, { groups: [wanted("DevOps"), wanted("group 94")] });
    expect([report.verdict, codes(report)]).toEqual(["well", []]);
    expect(tried(report)).toHaveLength(5);
  });

  it("lists all its groups by startIndex to find what may have been meant", async () => {
    const url = `${await serve(app)}/scim/v2`;
    const report = await test(url, { groups: [wanted("developers"), wanted("Devloper")] });
    expect([report.verdict, codes(report)]).toEqual(["findings", ["IDC743", "IDC743"]]);
    expect(report.groups?.map((group) => group.nearest)).toEqual(["Developers", "Developers"]);
  });

  it("is refused with another token", async () => {
    const url = `${await serve(app)}/scim/v2`;
    expect(codes(await test(url, { token: "another-token" }))).toEqual(["IDC737"]);
  });
});
