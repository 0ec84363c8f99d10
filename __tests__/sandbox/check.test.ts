import { describe, expect, it } from "vitest";
import { checkShape } from "../../src/sandbox/shape/check.js";
import { boolean, integer, list, oneOf, structure, text, union } from "../../src/sandbox/shape/shape.js";

const shape = structure(
  { Name: text(1, 5, "[a-z]+") },
  {
    Size: integer(1, 10),
    Kind: oneOf("A", "B"),
    Flags: list(boolean, 1, 2),
    Ref: structure({ Id: text(1, 3) }),
    Either: union({ One: text(1, 9), Two: text(1, 9) }),
  },
);

function messageFor(input: unknown): string | null {
  return checkShape(shape, input)?.message ?? null;
}

describe("checkShape", () => {
  it("accepts what fits, and members it does not know", () => {
    const input = {
      Name: "abc",
      Size: 10,
      Kind: "A",
      Flags: [true],
      Ref: { Id: "1" },
      Either: { One: "x" },
      X: 1,
    };
    expect(checkShape(shape, input)).toBeNull();
  });

  it("takes null for a member that was not sent", () => {
    expect(checkShape(shape, { Name: "abc", Size: null })).toBeNull();
    expect(messageFor({ Name: null })).toBe(
      "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null",
    );
  });

  it("reports everything at once", () => {
    expect(messageFor({ Name: "ABCDEF", Size: 11 })).toBe(
      "3 validation errors detected: " +
        "Value 'ABCDEF' at 'name' failed to satisfy constraint: Member must have length less than or equal to 5; " +
        "Value 'ABCDEF' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-z]+; " +
        "Value '11' at 'size' failed to satisfy constraint: Member must have value less than or equal to 10",
    );
  });

  it.each(["ok!", "!ok", "ok\n", "\nok", " ok"])("matches the whole of %j", (Name) => {
    expect(messageFor({ Name })).toContain("regular expression pattern");
  });

  it("counts characters and not UTF-16 units", () => {
    expect(checkShape(structure({ Name: text(1, 2) }), { Name: "😀😀" })).toBeNull();
  });

  it.each([
    [
      { Name: "a", Kind: "C" },
      "'kind' failed to satisfy constraint: Member must satisfy enum value set: [A, B]",
    ],
    [
      { Name: "a", Flags: [] },
      "'flags' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ],
    [{ Name: "a", Flags: [null] }, "Value null at 'flags.1.member' failed"],
    [{ Name: "a", Ref: {} }, "Value null at 'ref.id' failed"],
    [
      { Name: "a", Either: {} },
      "'either' failed to satisfy constraint: Member must have exactly one of: One, Two",
    ],
    [{ Name: "a", Either: { One: "x", Two: "y" } }, "exactly one of"],
    [{ Name: "a", Size: 0 }, "greater than or equal to 1"],
  ])("says what is wrong with %j", (input, message) => {
    expect(checkShape(shape, input)).toMatchObject({ kind: "constraints" });
    expect(messageFor(input)).toContain(message);
  });

  it.each([
    [{ Name: 7 }, "7 at 'name' can not be converted to a String"],
    [{ Name: "a", Size: "1" }, "1 at 'size' can not be converted to a Integer"],
    [{ Name: "a", Size: 1.5 }, "1.5 at 'size' can not be converted to a Integer"],
    [{ Name: "a", Flags: "x" }, "x at 'flags' can not be converted to a List"],
    [{ Name: "a", Ref: [] }, "[] at 'ref' can not be converted to a Structure"],
    [[], "[] at the request can not be converted to a Structure"],
  ])("tells a wrong type from an unmet constraint: %j", (input, message) => {
    expect(checkShape(shape, input)).toEqual({ kind: "type", message });
  });
});
