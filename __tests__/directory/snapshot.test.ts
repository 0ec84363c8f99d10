import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Directory } from "../../src/directory/directory.js";
import { formatSnapshot, parseSnapshot } from "../../src/directory/snapshot.js";
import { arbitraryDirectory } from "./arbitrary-directory.js";

const small: Directory = {
  version: 1,
  instance: {
    arn: "arn:aws:sso:::instance/ssoins-1",
    identityStoreId: "d-1",
    ownerAccountId: "111111111111",
    region: "us-east-1",
  },
  managementAccountId: "111111111111",
  accounts: [
    { id: "222222222222", name: "dev", status: "ACTIVE", ou: "/", ouIds: ["r-1"], tags: { b: "2", a: "1" } },
  ],
  groups: [
    { id: "g-1", displayName: "devops", scim: false },
    { id: "g-2", displayName: "DevOps", scim: true },
  ],
  users: [],
};

describe("formatSnapshot", () => {
  it("writes sorted JSON with two spaces and a newline at the end", () => {
    const text = formatSnapshot(small);
    expect(text.endsWith("}\n")).toBe(true);
    expect(text).toContain('\n  "managementAccountId": "111111111111",\n');
    expect(text.indexOf('"DevOps"')).toBeLessThan(text.indexOf('"devops"'));
    expect(text.indexOf('"a": "1"')).toBeLessThan(text.indexOf('"b": "2"'));
  });

  it("writes the same bytes for the same facts in another order", () => {
    fc.assert(
      fc.property(arbitraryDirectory, (directory) => {
        expect(formatSnapshot(backwards(directory))).toBe(formatSnapshot(directory));
      }),
    );
  });
});

describe("parseSnapshot", () => {
  it("reads back what was written", () => {
    fc.assert(
      fc.property(arbitraryDirectory, (directory) => {
        const text = formatSnapshot(directory);
        const parsed = parseSnapshot(text, "directory.json");
        expect(parsed.diagnostics).toEqual([]);
        if (parsed.directory === null) throw new Error("no directory");
        expect(formatSnapshot(parsed.directory)).toBe(text);
        const byId = new Map(parsed.directory.accounts.map((a) => [a.id, a]));
        for (const account of directory.accounts) expect(byId.get(account.id)).toEqual(account);
        expect(new Set(parsed.directory.groups)).toEqual(new Set(directory.groups));
        expect(new Set(parsed.directory.users)).toEqual(new Set(directory.users));
      }),
    );
  });

  it("sorts what a person has reordered", () => {
    const text = JSON.stringify(small);
    expect(parseSnapshot(text, "d.json").directory?.groups.map((g) => g.displayName)).toEqual([
      "DevOps",
      "devops",
    ]);
  });

  it("points at the place where it stops being JSON", () => {
    const { directory, diagnostics } = parseSnapshot('{\n  "version": 1,\n  oops\n}', "d.json");
    expect(directory).toBeNull();
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: "IDC103",
        severity: "error",
        message: 'not JSON: unexpected "o"',
        span: { file: "d.json", line: 3, column: 3, endLine: 3, endColumn: 4 },
      }),
    ]);
  });

  it("says when the text was cut off", () => {
    const text = formatSnapshot(small);
    const cut = parseSnapshot(text.slice(0, -3), "d.json").diagnostics[0];
    expect(cut?.message).toBe("not JSON: the text ends too early");
    expect(cut?.span?.line).toBe(text.slice(0, -3).split("\n").length);
  });

  it("lists every mistake in the shape with the wrong value and its place", () => {
    const text = formatSnapshot(small)
      .replace('"id": "222222222222"', '"id": "22222"')
      .replace('"status": "ACTIVE"', '"status": "active"')
      .replace('"scim": true', '"scim": "yes"')
      .replace('"region":', '"regoin":');
    const { directory, diagnostics } = parseSnapshot(text, "d.json");
    const lineOf = (part: string) => text.split("\n").findIndex((line) => line.includes(part)) + 1;
    expect(directory).toBeNull();
    expect(new Set(diagnostics.map((d) => d.code))).toEqual(new Set(["IDC205"]));
    const said = new Map(diagnostics.map((d) => [d.message, d.span?.line]));
    expect(said).toEqual(
      new Map([
        ['"region" is missing in instance', lineOf('"instance"')],
        ['unknown key "regoin" in instance', lineOf('"regoin"')],
        ['accounts.0.id is "22222", not 12 digits in quotes', lineOf('"22222"')],
        [
          'accounts.0.status is "active", not one of PENDING_ACTIVATION, ACTIVE, SUSPENDED, PENDING_CLOSURE, CLOSED',
          lineOf('"active"'),
        ],
        ['groups.0.scim is "yes", not of type boolean', lineOf('"yes"')],
      ]),
    );
  });

  it.each([
    ["null", "the snapshot is null, not of type object"],
    ["[]", "the snapshot is a list, not of type object"],
    [formatSnapshot(small).replace('"version": 1', '"version": 2'), "version is 2, this program reads 1"],
    [formatSnapshot(small).replace("g-2", ""), "groups.0.id is empty"],
  ])("refuses %#", (text, message) => {
    const parsed = parseSnapshot(text, "d.json");
    expect(parsed.directory).toBeNull();
    expect(parsed.diagnostics.map((d) => d.message)).toEqual([message]);
    expect(parsed.diagnostics[0]?.span?.file).toBe("d.json");
  });

  it("refuses a name that stands for two groups, and an account listed twice", () => {
    const twice = {
      ...small,
      accounts: [...small.accounts, ...small.accounts],
      groups: [...small.groups, { id: "g-3", displayName: "DevOps", scim: false }],
    };
    const { directory, diagnostics } = parseSnapshot(JSON.stringify(twice, null, 2), "d.json");
    expect(directory).toBeNull();
    expect(diagnostics.map((d) => d.message)).toEqual([
      'accounts lists "222222222222" twice',
      'groups lists "DevOps" twice',
    ]);
    expect(diagnostics[1]?.span?.line).toBeGreaterThan(diagnostics[0]?.span?.line ?? 0);
  });

  it("gives a place even where JSON is not YAML", () => {
    const text = formatSnapshot(small).replace('"version": 1', '"version":\t2').replaceAll("\n  ", "\n\t");
    expect(parseSnapshot(text, "d.json").diagnostics[0]?.span?.file).toBe("d.json");
  });
});

function backwards(directory: Directory): Directory {
  const flip = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).reverse()) as T;
  return flip({
    ...directory,
    accounts: directory.accounts.map((a) => flip({ ...a, tags: flip(a.tags) })).reverse(),
    groups: directory.groups.map(flip).reverse(),
    users: directory.users.map(flip).reverse(),
  });
}
