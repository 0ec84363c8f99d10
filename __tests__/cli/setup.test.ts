import { describe, expect, it } from "vitest";
import { coloured } from "../../src/report/paint.js";
import { accountMap, catalogText, groups } from "../doubles/catalog.js";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import { catalogPath } from "./example.js";

const catalog = catalogText({
  account_map: accountMap({ "core-root": "111111111111" }),
  account_assignments: { "core-root": groups({ Managers: ["ReadOnlyAccess"] }) },
  idp_groups: ["Developers", "Nobodies"],
});
const provider = "    identity-provider:\n      vars:\n        provider: entra\n";

interface Checklist {
  readonly provider: string | null;
  readonly items: readonly { readonly id: string; readonly status: string; readonly found: string }[];
  readonly summary: Readonly<Record<string, number>>;
}

async function checklist(folder: string, ...args: readonly string[]) {
  const ended = await identity(folder, ["setup", "--format", "json", ...args]);
  const value = JSON.parse(ended.out) as Checklist;
  const status = Object.fromEntries(value.items.map((item) => [item.id, item.status]));
  return { ...ended, value, status };
}

describe("identity setup", () => {
  it("tells of a sandbox what is done and what is missing", async () => {
    const { code, value, status } = await checklist(project({ [catalogPath]: catalog }), "--sandbox");
    expect([code, value.provider]).toEqual([2, null]);
    expect(status).toMatchObject({
      ...{ catalog: "done", credentials: "done", organization: "done", instance: "done", account: "done" },
      ...{ "identity-source": "done", scim: "unknown", groups: "todo", mfa: "unknown" },
      ...{ "root-access": "todo", provider: "todo" },
    });
    expect(value.items.find((item) => item.id === "groups")?.found).toBe("missing: Nobodies");
  });

  it("takes the provider of the catalog, which an option overrules", async () => {
    const folder = project({ [catalogPath]: catalog + provider });
    expect((await checklist(folder, "--sandbox")).value.provider).toBe("entra");
    expect((await checklist(folder, "--sandbox", "--provider", "google")).value.provider).toBe("google");
  });

  it("without Terraform says so, and not what is deployed", async () => {
    const { status } = await checklist(project({ [catalogPath]: catalog }), "--sandbox");
    expect([status["terraform"], status["deployed"]]).toEqual(["todo", "unknown"]);
  });

  it("works without a catalog and without credentials: everything else waits for them", async () => {
    const { code, status, err } = await checklist(project({}));
    expect(code).toBe(2);
    expect(status).toMatchObject({ catalog: "todo", credentials: "todo", organization: "unknown" });
    expect(err).not.toContain("IDC901");
  });

  it("shows marks, steps and a count to people, without colours in a pipe", async () => {
    const folder = project({ [catalogPath]: catalog });
    const args = ["setup", "--sandbox", "--provider", "okta"];
    const { out } = await identity(folder, args);
    expect(out).toMatch(/^IAM Identity Center in us-east-1, Okta\n\n/);
    expect(out).toContain("✗ required groups    missing: Nobodies\n    6. Make the groups");
    expect(out).toMatch(
      /\n\d+ done, \d+ to do, \d+ cannot be known\nthe numbers are steps of `identity idp guide okta`\n$/,
    );
    expect(out).not.toContain("\u001b");
    const seen = await identity(folder, args, { paintOut: coloured });
    expect(seen.out).toContain("\u001b");
  });
});
