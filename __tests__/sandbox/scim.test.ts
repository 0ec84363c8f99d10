import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { filter, type Provisioner, patch, provisioner, user } from "./scim-support.js";

const groups = "/Groups";
const many = (count: number) => Array.from({ length: count }, (_, i) => ({ value: `id-${i}` }));
const without = (name: string) =>
  Object.fromEntries(Object.entries(user("new@example.com")).filter(([key]) => key !== name));
const email = { value: "a@example.com", type: "work", primary: true };

/** Requests that AWS refuses, with the status; `{group}` and `{user}` are ids that exist. */
const refused: readonly (readonly [
  what: string,
  status: number,
  method: string,
  path: string,
  body?: unknown,
])[] = [
  ["PUT of a group", 501, "PUT", "/Groups/{group}", { displayName: "x" }],
  ["/Me", 501, "GET", "/Me"],
  ["/Bulk", 501, "POST", "/Bulk", {}],
  ["/.search", 501, "POST", "/.search", {}],
  ["a search below users", 501, "POST", "/Users/.search", {}],
  ["a path below a group", 501, "GET", "/Groups/{group}/members"],
  ["a group that is not there", 404, "GET", "/Groups/none"],
  ["a user that is not there", 404, "GET", "/Users/constructor"],
  ["a schema that is not there", 404, "GET", "/Schemas/none"],
  ["deleting a group that is not there", 404, "DELETE", "/Groups/none"],
  ["a broken id", 400, "GET", "/Groups/%zz"],
  ["no JSON", 400, "POST", groups, "{"],
  ["no object", 400, "POST", groups, "[]"],
  ["no body", 400, "POST", groups],
  ["a group without name", 400, "POST", groups, {}],
  ["a group of a name that is text no more", 400, "POST", groups, { displayName: "a\u0000b" }],
  ["a group of a name too long", 400, "POST", groups, { displayName: "x".repeat(1025) }],
  ["a group that exists", 409, "POST", groups, { displayName: "DevOps" }],
  ["a group with 101 members", 400, "POST", groups, { displayName: "x", members: many(101) }],
  ["a group with an unknown member", 404, "POST", groups, { displayName: "x", members: many(1) }],
  ["members that are no list", 400, "POST", groups, { displayName: "x", members: {} }],
  ["a member without value", 400, "POST", groups, { displayName: "x", members: [{}] }],
  ["an external id that is no text", 400, "POST", groups, { displayName: "x", externalId: 7 }],
  ["a user without user name", 400, "POST", "/Users", without("userName")],
  ["a user without display name", 400, "POST", "/Users", without("displayName")],
  ["a user without given name", 400, "POST", "/Users", user("n", { name: { familyName: "x" } })],
  ["a user without family name", 400, "POST", "/Users", user("n", { name: { givenName: "x" } })],
  ["a space in a user name", 400, "POST", "/Users", user("a b")],
  ["a user that exists", 409, "POST", "/Users", user("jane@example.com")],
  ["two e-mail addresses", 400, "POST", "/Users", user("n", { emails: [email, email] })],
  [
    "two telephone numbers",
    400,
    "POST",
    "/Users",
    user("n", { phoneNumbers: [{ value: "1" }, { value: "2" }] }),
  ],
  ["an e-mail address that is not primary", 400, "POST", "/Users", user("n", { emails: [{ value: "a@b" }] })],
  [
    "display in an e-mail address",
    400,
    "POST",
    "/Users",
    user("n", { emails: [{ ...email, display: "x" }] }),
  ],
  ["emails that are no list", 400, "POST", "/Users", user("n", { emails: email })],
  ["groups of a user", 400, "POST", "/Users", user("n", { groups: [] })],
  ["a password", 400, "POST", "/Users", user("n", { password: "x" })],
  ["photos", 400, "POST", "/Users", user("n", { photos: [] })],
  ["active that is neither", 400, "POST", "/Users", user("n", { active: "maybe" })],
  ["PUT of half a user", 400, "PUT", "/Users/{user}", { userName: "x" }],
  ["PUT of another's user name", 409, "PUT", "/Users/{user}", user("omar@example.com")],
  [
    "PATCH without schema",
    400,
    "PATCH",
    "/Groups/{group}",
    { Operations: [{ op: "add", path: "displayName", value: "x" }] },
  ],
  ["PATCH without operations", 400, "PATCH", "/Groups/{group}", patch()],
  [
    "an unknown operation",
    400,
    "PATCH",
    "/Groups/{group}",
    patch({ op: "move", path: "displayName", value: "x" }),
  ],
  ["add without value", 400, "PATCH", "/Groups/{group}", patch({ op: "add", path: "displayName" })],
  ["remove without path", 400, "PATCH", "/Groups/{group}", patch({ op: "remove", value: "x" })],
  [
    "two attributes without path",
    400,
    "PATCH",
    "/Groups/{group}",
    patch({ op: "replace", value: { displayName: "x", externalId: "y" } }),
  ],
  [
    "replacing all members",
    400,
    "PATCH",
    "/Groups/{group}",
    patch({ op: "replace", path: "members", value: [{ value: "{user}" }] }),
  ],
  ["removing all members", 400, "PATCH", "/Groups/{group}", patch({ op: "remove", path: "members" })],
  [
    "101 memberships",
    400,
    "PATCH",
    "/Groups/{group}",
    patch({ op: "remove", path: "members", value: many(101) }),
  ],
  [
    "an unknown member",
    404,
    "PATCH",
    "/Groups/{group}",
    patch({ op: "add", path: "members", value: many(1) }),
  ],
  [
    "another attribute of a group",
    400,
    "PATCH",
    "/Groups/{group}",
    patch({ op: "add", path: "description", value: "x" }),
  ],
  [
    "removing the name of a group",
    400,
    "PATCH",
    "/Groups/{group}",
    patch({ op: "remove", path: "displayName" }),
  ],
  [
    "another's group name",
    409,
    "PATCH",
    "/Groups/{group}",
    patch({ op: "replace", path: "displayName", value: "Managers" }),
  ],
  ["removing a user name", 400, "PATCH", "/Users/{user}", patch({ op: "remove", path: "userName" })],
  [
    "active twice",
    400,
    "PATCH",
    "/Users/{user}",
    patch(...["false", "true"].map((value) => ({ op: "replace", path: "active", value }))),
  ],
  [
    "an unknown attribute of a user",
    400,
    "PATCH",
    "/Users/{user}",
    patch({ op: "add", path: "shoeSize", value: 42 }),
  ],
  [
    "a filter on what is no list",
    400,
    "PATCH",
    "/Users/{user}",
    patch({ op: "add", path: 'title[type eq "x"]', value: "x" }),
  ],
  [
    "a second e-mail address",
    400,
    "PATCH",
    "/Users/{user}",
    patch({ op: "add", path: 'emails[type eq "home"].value', value: "x@y" }),
  ],
  ["a filter with co", 400, "GET", `${groups}?${filter('displayName co "Dev"')}`],
  ["a filter with or", 400, "GET", `${groups}?${filter('displayName eq "a" or displayName eq "b"')}`],
  ["a filter without quotes", 400, "GET", `${groups}?${filter("displayName eq DevOps")}`],
  ["a filter by something else", 400, "GET", `${groups}?${filter('meta.created eq "x"')}`],
  ["two names", 400, "GET", `${groups}?${filter('displayName eq "a" and externalId eq "b"')}`],
  ["a group filter on users", 400, "GET", `/Users?${filter('displayName eq "Jane Roe"')}`],
  ["a filter by an unknown member", 404, "GET", `${groups}?${filter('members eq "none"')}`],
  ["a filter by an unknown group", 404, "GET", `/Users?${filter('groups.value eq "none"')}`],
  ["a count of 0", 400, "GET", `${groups}?count=0`],
  ["a count of 101", 400, "GET", `${groups}?count=101`],
  ["a cursor that is none", 400, "GET", `${groups}?cursor=abc`],
];

describe("SCIM as AWS has it", () => {
  it("refuses what it does not take, says why, and changes nothing", async () => {
    const idp = await provisioner();
    const named = (text: string) =>
      text.replace("{group}", idp.groupId("DevOps")).replace("{user}", idp.userId("jane@example.com"));
    const everything = async () => [await idp.send("GET", "/Groups"), await idp.send("GET", "/Users")];
    const bodies = (answers: readonly { readonly body: unknown }[]) => answers.map((answer) => answer.body);
    const before = bodies(await everything());
    for (const [what, status, method, path, body] of refused) {
      const text = typeof body === "string" || body === undefined ? body : named(JSON.stringify(body));
      const answer = await idp.send(method, named(path), text);
      expect([what, answer.status]).toEqual([what, status]);
      expect(answer.body).toEqual({
        schema: ["urn:ietf:params:scim:api:messages:2.0:Error"],
        schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
        detail: expect.stringMatching(/./),
        status: String(status),
        exceptionRequestId: expect.stringMatching(/^[\da-f-]{36}$/),
        timeStamp: "2026-01-01 00:00:00.000",
      });
    }
    expect(bodies(await everything())).toEqual(before);
  });

  it("refuses any other token, and any other tenant: 401", async () => {
    const idp = await provisioner();
    const config = "/ServiceProviderConfig";
    for (const authorization of ["", "Bearer ", "Bearer x", idp.token, `Basic ${idp.token}`]) {
      expect((await idp.send("GET", config, undefined, { authorization })).status).toBe(401);
    }
    const authorization = `Bearer ${idp.token}`;
    const other = `${idp.url}/11111111-0000-4000-8000-000000000000/scim/v2${config}`;
    expect((await fetch(other, { headers: { authorization } })).status).toBe(401);
    expect((await idp.send("GET", config)).status).toBe(200);
  });

  it("blocks a PATCH from somebody who does not say who it is", async () => {
    const idp = await provisioner();
    const status = await new Promise<number>((resolve, reject) => {
      const url = `${idp.scimUrl}/Groups/${idp.groupId("DevOps")}`;
      const sent = request(
        url,
        { method: "PATCH", headers: { authorization: `Bearer ${idp.token}` } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      );
      sent.on("error", reject);
      sent.end(JSON.stringify(patch({ op: "replace", path: "displayName", value: "x" })));
    });
    expect(status).toBe(403);
  });

  it("tells what it can", async () => {
    const idp = await provisioner();
    const config = await idp.send("GET", "/ServiceProviderConfig");
    expect(config.body).toMatchObject({ patch: { supported: true }, bulk: { supported: false } });
    const schemas = (await idp.send("GET", "/Schemas")).body.Resources;
    expect(schemas).toHaveLength(3);
    expect((await idp.send("GET", `/Schemas/${schemas[2].id}`)).body.name).toBe("Group");
    const types = (await idp.send("GET", "/ResourceTypes")).body.Resources;
    expect(types.map((type: { endpoint: string }) => type.endpoint)).toEqual(["/Users", "/Groups"]);
  });
});

describe("SCIM lists", () => {
  const names = (answer: { readonly body: { readonly Resources: readonly { displayName: string }[] } }) =>
    answer.body.Resources.map((group) => group.displayName);

  async function withGroups(count: number): Promise<Provisioner> {
    const seedGroups = Array.from({ length: count }, (_, i) => `group ${i}`);
    const accounts = [{ id: "111111111111", name: "root", ou: "/" }];
    return provisioner({
      seed: { managementAccount: "111111111111", accounts, groups: seedGroups, users: [] },
    });
  }

  it("go on with the cursor of the page before", async () => {
    const idp = await withGroups(205);
    const all: string[] = [];
    const sizes: number[] = [];
    for (let cursor: string | undefined = ""; cursor !== undefined; ) {
      const page = await idp.send("GET", `/Groups?cursor=${encodeURIComponent(cursor)}`);
      expect(page.body).not.toHaveProperty("totalResults");
      all.push(...names(page));
      sizes.push(page.body.itemsPerPage);
      cursor = page.body.nextCursor;
    }
    expect(sizes).toEqual([100, 100, 5]);
    expect(new Set(all).size).toBe(205);
  });

  it("end after the first page without one, whatever the startIndex", async () => {
    const idp = await withGroups(101);
    const first = await idp.send("GET", "/Groups");
    expect(first.body).toMatchObject({ totalResults: 101, itemsPerPage: 100, startIndex: 1 });
    expect(first.body).not.toHaveProperty("nextCursor");
    expect(names(await idp.send("GET", "/Groups?startIndex=101"))).toEqual(names(first));
    expect(names(await idp.send("GET", "/Groups?count=7&attributes=id"))).toHaveLength(7);
  });

  it("are filtered exactly, in every combination that AWS has", async () => {
    const idp = await provisioner();
    const group = idp.groupId("DevOps");
    const omar = idp.userId("omar@example.com");
    const found = async (resource: string, text: string) =>
      (await idp.send("GET", `${resource}?${filter(text)}`)).body.Resources.map(
        (it: { id: string }) => it.id,
      );
    expect(await found(groups, 'displayName eq "DevOps"')).toEqual([group]);
    expect(await found(groups, 'DISPLAYNAME EQ "DevOps"')).toEqual([group]);
    expect(await found(groups, 'displayName eq "devops"')).toEqual([]);
    expect(await found(groups, `members eq "${omar}"`)).toEqual([group]);
    expect(await found(groups, `id eq "${group}" and members.value eq "${omar}"`)).toEqual([group]);
    expect(await found(groups, `members eq "${omar}" and id eq "${idp.groupId("Managers")}"`)).toEqual([]);
    expect(await found("/Users", 'userName eq "omar@example.com"')).toEqual([omar]);
    expect(await found("/Users", `groups.value eq "${group}"`)).toEqual([omar]);
    expect(await found("/Users", `id eq "${omar}" and manager eq "x"`)).toEqual([]);
  });

  it("quote as JSON does", async () => {
    const idp = await provisioner();
    const displayName = 'a "b" \\ and c';
    await idp.send("POST", groups, { displayName });
    const text = `displayName eq ${JSON.stringify(displayName)}`;
    expect(names(await idp.send("GET", `${groups}?${filter(text)}`))).toEqual([displayName]);
  });
});

describe("SCIM under load", () => {
  it("lets 40 reads and 25 writes of an operation through in a second, and asks to wait for one", async () => {
    const idp = await provisioner({ throttle: true });
    const times = (count: number, method: string, path: string) =>
      Promise.all(Array.from({ length: count }, () => idp.send(method, path)));
    const busy = (answers: readonly { readonly status: number }[]) => answers.filter((a) => a.status === 429);
    const reads = await times(43, "GET", "/Groups");
    expect(busy(reads)).toHaveLength(3);
    expect(reads.find((answer) => answer.status === 429)?.headers.get("retry-after")).toBe("1");
    expect(busy(await times(40, "GET", "/Users"))).toEqual([]);
    expect(busy(await times(27, "DELETE", "/Groups/none"))).toHaveLength(2);
    idp.pass(1000);
    expect((await idp.send("GET", "/Groups")).status).toBe(200);
  });

  it.each([
    ["ThrottlingException", 429],
    ["InternalServerException", 500],
    ["ServiceUnavailableException", 503],
    ["AccessDeniedException", 403],
  ])("has faults on request: %s is %i, and is counted", async (code, status) => {
    const idp = await provisioner();
    const body = JSON.stringify({ operation: "scim.ListGroups", code });
    await fetch(`${idp.url}/_sandbox/faults`, { method: "POST", body });
    expect((await idp.send("GET", "/Groups")).status).toBe(status);
    expect((await idp.send("GET", "/Groups")).status).toBe(200);
    const counted = await (await fetch(`${idp.url}/_sandbox/requests`)).json();
    expect(counted).toMatchObject({ requests: { "scim.ListGroups": 2 } });
  });
});
