import { describe, expect, it } from "vitest";
import { rootAccess } from "../../../src/workflow/guards/root-access.js";
import { groups } from "../../doubles/catalog.js";
import { managementAccountId } from "../../doubles/directory.js";
import type { ChangeJson } from "../../doubles/plan-json.js";
import { allowing, assignment, guardFacts, inlinePolicy, permissionSet } from "./guard-facts.js";

const ofDevs = { principalName: "Devs", permissionSet: "Opener" };
const opener = (action: string) => ({ Opener: { inline_policy: allowing(action) } });
const declaring = (account: string, set: string, action = "sts:AssumeRoot") => ({
  account_assignments: { [account]: groups({ Devs: [set] }) },
  permission_sets: opener(action),
});
const hits = (vars: Readonly<Record<string, unknown>>, ...changes: readonly ChangeJson[]) =>
  rootAccess(guardFacts({ vars, changes }));
const before = [permissionSet("no-op", "Opener"), inlinePolicy("no-op", "Opener", "sts:AssumeRoot")];

describe("root-access", () => {
  it.each(["create", "import"] as const)("is hit by a grant in another account: %s", (action) => {
    expect(hits(declaring("dev", "Opener"), ...before, assignment(action, ofDevs))).toEqual([
      {
        guard: "root-access",
        code: "IDC425",
        message: 'the plan gives root access outside the management account: Opener for "Devs" in dev',
        hint: `grant it in the management account ${managementAccountId} only, from where sessions of the others are opened`,
      },
    ]);
  });

  it("is hit by the set RootAccess, whatever is in it", () => {
    const created = assignment("create", { ...ofDevs, permissionSet: "RootAccess" });
    const harmless = { RootAccess: { inline_policy: allowing("s3:ListAllMyBuckets") } };
    expect(hits({ ...declaring("dev", "RootAccess"), permission_sets: harmless }, created)).toMatchObject([
      { message: expect.stringContaining("RootAccess for") },
    ]);
  });

  it("lets through the management account, other sets, and what is there already", () => {
    const inRoot = assignment("create", { ...ofDevs, accountId: managementAccountId });
    expect(hits(declaring("root", "Opener"), ...before, inRoot)).toEqual([]);
    expect(hits(declaring("dev", "Opener", "s3:*"), ...before, assignment("create", ofDevs))).toEqual([]);
    expect(hits(declaring("dev", "Opener"), ...before, assignment("no-op", ofDevs))).toEqual([]);
    const moved = assignment("move", ofDevs);
    expect(hits(declaring("dev", "Opener"), ...before, moved)).toEqual([]);
  });

  it("is hit when a set that is granted already begins to open root sessions", () => {
    const changes = [
      permissionSet("no-op", "Opener"),
      inlinePolicy("update", "Opener", "s3:*"),
      assignment("no-op", ofDevs),
    ];
    expect(hits(declaring("dev", "Opener"), ...changes)).toMatchObject([
      { message: expect.stringMatching(/Opener for "Devs" in dev$/) },
    ]);
  });
});
