import { expect, it } from "vitest";
import { splitWords } from "../../src/cli/split-words.js";
import { applyCommand } from "../../src/cli/workspace-options.js";

const flags = { stack: "aws-sso", format: "text" };

it("applies with the flags of the plan, and without those that are the default", () => {
  expect(applyCommand("the-run", flags)).toBe("identity apply the-run");
  const allow = ["removals", "broadening"] as const;
  expect(applyCommand("the-run", { ...flags, allow })).toBe(
    "identity apply the-run --allow removals --allow broadening",
  );
  const all = { ...flags, stack: "other", sandbox: true, catalog: "a/b.yaml", component: "key" };
  expect(applyCommand("the-run", all)).toBe(
    "identity apply the-run --catalog a/b.yaml --component key --stack other --sandbox",
  );
});

it.each(["my catalog.yaml", "it's.yaml", "$HOME;x", 'a"b'])("quotes %s for a shell", (catalog) => {
  const words = splitWords(applyCommand("the-run", { ...flags, catalog }));
  expect(words).toEqual(["identity", "apply", "the-run", "--catalog", catalog]);
});
