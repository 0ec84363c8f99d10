// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are Terraform templates
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeDeep, escapeKey, escapeMap, escapeTemplate } from "../../stacks/escape.js";
import { hostileText, hostileTexts } from "./hostile.js";
import { evaluateTemplate } from "./template.js";

describe("escapeTemplate", () => {
  it.each([
    ["arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::*:user/$${aws:username}"],
    ["%{ if true }", "%%{ if true }"],
    ["$${x}", "$$${x}"],
    ["a $ and a % and a {", "a $ and a % and a {"],
    ["1e5, -1.5e3 and 8.2e298", "1e5, -1.5e3 and 8.2e298"],
    ["90677c1a2b-82e297a", '90677c1a2b-82${"e"}297a'],
  ])("%s", (text, template) => {
    expect(escapeTemplate(text)).toBe(template);
  });

  it.each(hostileTexts)("comes back: %j", (text) => {
    expect(evaluateTemplate(escapeTemplate(text))).toBe(text);
    expect(evaluateTemplate(escapeKey(text))).toBe(text);
  });

  it("comes back, whatever it is", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(evaluateTemplate(escapeTemplate(text))).toBe(text);
        expect(evaluateTemplate(escapeKey(text))).toBe(text);
      }),
      { numRuns: 5000 },
    );
  });

  it("leaves no token of CDKTF", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(escapeTemplate(text)).not.toMatch(/TfToken\[/);
      }),
    );
  });
});

it("escapeMap escapes keys and values", () => {
  expect(escapeMap({ "${a}": "%{b}" })).toEqual({ "$${a}": "%%{b}" });
});

it("escapeMap keeps a key that JavaScript would lose", () => {
  const tags = JSON.parse('{"__proto__":"x"}') as Record<string, string>;
  expect(Object.entries(escapeMap(tags))).toEqual([['${"__proto__"}', "x"]]);
});

it("escapeDeep escapes every text of a document and keeps the rest", () => {
  const config = { "${k}": ["${v}", 1, true, null, { deep: "%{x}" }] };
  expect(escapeDeep(config)).toEqual({ "$${k}": ["$${v}", 1, true, null, { deep: "%%{x}" }] });
});

describe("the evaluator of these tests", () => {
  it.each(["${x}", "%{ if x }", '${"a${b}"}'])("refuses %s", (template) => {
    expect(() => evaluateTemplate(template)).toThrow("would evaluate");
  });
});
