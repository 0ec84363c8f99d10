import fc from "fast-check";
import { expect, it } from "vitest";
import type { Http } from "../../../src/idp/scim/http.js";
import { codes, configuration, emptyList, portsOf, test, token, wanted } from "./support.js";

/** How a server pages. */
const styles = ["cursor", "startIndex", "refusesCursor", "emptyPages"] as const;
type Style = (typeof styles)[number];

/**
 * A server that finds nothing by filter, so that all has to be listed. `emptyPages`: every second page of a
 * cursor has nothing in it.
 */
function paging(names: readonly string[], size: number, style: Style): Http {
  const items = names.map((displayName, i) => ({ id: `g${i}`, displayName }));
  return async ({ url, headers }) => {
    const { pathname, searchParams } = new URL(url);
    const reply = (body: unknown, status = 200) =>
      ({ ok: true, status, headers: {}, body: JSON.stringify(body) }) as const;
    if (headers["authorization"] !== `Bearer ${token}`) return reply({}, 401);
    if (pathname.endsWith("/ServiceProviderConfig")) return reply(configuration);
    if (pathname.endsWith("/Users") || searchParams.has("filter")) return reply(emptyList);
    const cursor = searchParams.get("cursor");
    if (style === "refusesCursor" && cursor !== null) return reply({}, 400);
    if (style === "cursor" || style === "emptyPages") {
      const [at = 0, isEmpty = 0] = (cursor ?? "").split(":").map(Number);
      if (style === "emptyPages" && isEmpty === 1) return reply({ Resources: [], nextCursor: `${at}:0` });
      const Resources = items.slice(at, at + size);
      const more = at + size < items.length;
      return reply(more ? { Resources, nextCursor: `${at + size}:1` } : { Resources });
    }
    const from = Number(searchParams.get("startIndex") ?? 1) - 1;
    const Resources = items.slice(from, from + size);
    return reply({ Resources, totalResults: items.length, startIndex: from + 1 });
  };
}

it("finds what is there and nothing else, whatever the size of a page and the style of paging", async () => {
  const anyNames = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }), {
    minLength: 1,
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(
      anyNames,
      fc.integer({ min: 1, max: 50 }),
      fc.constantFrom(...styles),
      fc.nat(),
      async (names, size, style, pick) => {
        const [first = "", ...others] = names;
        const there = pick % 2 === 0 ? names : others;
        const ports = portsOf(paging(there, size, style));
        const report = await test("http://127.0.0.1/scim", { groups: [wanted(first)] }, ports);
        expect(codes(report)).toEqual(there === names ? [] : ["IDC743"]);
      },
    ),
    { numRuns: 200 },
  );
});

it.each([
  ["the same cursor for ever", 11, () => ({ Resources: [{ id: "1" }], nextCursor: "x" })],
  ["another cursor for ever, and nothing new", 10, (n: number) => ({ Resources: [], nextCursor: `${n}` })],
  ["something new for ever", 1000, (n: number) => ({ Resources: [{ id: `${n}` }], nextCursor: `${n}` })],
  ["the same page whatever the startIndex", 2, () => ({ Resources: [{ id: "1" }], totalResults: 99 })],
  ["no list", 1, () => ({ Resources: 7 })],
])("comes to an end, and says so, with %s: after %i pages", async (_what, pages, page) => {
  let asked = 0;
  const ports = portsOf(async ({ url, headers }) => {
    const body = url.includes("/Service")
      ? configuration
      : url.includes("count=")
        ? page(++asked)
        : emptyList;
    const status = headers["authorization"] === `Bearer ${token}` ? 200 : 401;
    return { ok: true, status, headers: {}, body: JSON.stringify(body) };
  });
  const report = await test("http://127.0.0.1/scim", { groups: [wanted("A"), wanted("B")] }, ports);
  expect([report.verdict, codes(report)]).toEqual(["findings", ["IDC743", "IDC743", "IDC747"]]);
  expect(asked).toBe(pages);
});
