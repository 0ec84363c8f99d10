import { describe, expect, it } from "vitest";
import { accountStatus, childContainer, rootContainer } from "../../src/directory/organization-tree.js";

const root = rootContainer("r-ab12");

describe("childContainer", () => {
  it("joins the names from the root, and the ids outermost first", () => {
    const dev = childContainer(childContainer(root, "ou-1", "Platform"), "ou-2", "Dev");
    expect(dev).toEqual({ id: "ou-2", path: "/Platform/Dev", ids: ["r-ab12", "ou-1", "ou-2"] });
  });

  it("never lets a name pass for a path", () => {
    const nested = childContainer(childContainer(root, "ou-1", "Core"), "ou-2", "Prod");
    const slash = childContainer(root, "ou-3", "Core/Prod");
    const written = childContainer(root, "ou-4", "Core%2FProd");
    expect(slash.path).toBe("/Core%2FProd");
    expect(new Set([nested.path, slash.path, written.path]).size).toBe(3);
  });
});

describe("accountStatus", () => {
  it.each([
    ["PENDING_ACTIVATION", "ACTIVE", "PENDING_ACTIVATION"],
    ["CLOSED", "SUSPENDED", "CLOSED"],
    [undefined, "PENDING_CLOSURE", "PENDING_CLOSURE"],
    ["ACTIVE", undefined, "ACTIVE"],
    ["SOMETHING_NEW", "ACTIVE", "SUSPENDED"],
    [undefined, undefined, "SUSPENDED"],
  ])("State %s, Status %s: %s", (state, status, expected) => {
    expect(accountStatus(state, status)).toBe(expected);
  });
});
