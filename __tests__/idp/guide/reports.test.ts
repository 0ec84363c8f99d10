import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { providerNames } from "../../../src/catalog/identity-provider/identity-provider.js";
import type { GuideFacts } from "../../../src/idp/guide/guide.js";
import { guideFor } from "../../../src/idp/guide/guide-for.js";
import { guideReports } from "../../../src/report/idp/guide.js";
import { guidePage } from "../../../src/report/idp/guide-page.js";
import { wrapped } from "../../../src/report/idp/wrapped.js";
import { coloured, plain } from "../../../src/report/paint.js";
import { faultsOf, hostile } from "../../report/markdown-faults.js";
import { allFacts } from "./facts.js";

const hostileFacts: fc.Arbitrary<GuideFacts> = fc.record({
  region: hostile,
  serviceProvider: fc.record({ entityId: hostile, acsUrls: fc.array(hostile, { minLength: 1 }) }),
  scimEndpoint: hostile,
  groups: fc.array(hostile),
});
/** Headings are wanted here; `faultsOf` is for summaries that others put below their own. */
const faults = (markdown: string) => faultsOf(markdown.replace(/^##? /gm, ""));

describe.each(providerNames)("the guide of %s", (provider) => {
  const guide = guideFor(provider, allFacts);

  it("fits a terminal of 100 columns, but for values", () => {
    const values = new Set(guide.steps.flatMap((step) => step.values.map(({ value }) => value)));
    const lines = guideReports.text(guide, plain).split("\n");
    const long = lines.filter((line) => line.length > 100);
    expect(long.filter((line) => !values.has(line.replace(/^ {5}.*? {2,}/, "")))).toEqual([]);
    expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
    expect(lines.filter((line) => /^\d\. /.test(line))).toHaveLength(9);
  });

  it("has every value whole, at the end of a line", () => {
    const text = guideReports.text(guide, plain);
    for (const url of [...(allFacts.serviceProvider?.acsUrls ?? []), allFacts.scimEndpoint]) {
      expect(text).toContain(`  ${url}\n`);
    }
    expect(text).toContain("  (leave it empty)\n");
  });

  it("loses nothing by colours", () => {
    const painted = guideReports.text(guide, coloured);
    expect(painted.replace(/\u001b\[\d+m/g, "")).toBe(guideReports.text(guide, plain));
    expect(painted).not.toBe(guideReports.text(guide, plain));
  });

  it("is a list of boxes in Markdown, with values as code", () => {
    const markdown = guideReports.markdown(guide, plain);
    const actions = guide.steps.flatMap((step) => step.actions);
    expect(markdown.match(/^- \[ \] .*$/gm)).toEqual(actions.map((action) => `- [ ] ${action}`));
    expect(markdown).toContain(`: \`${allFacts.scimEndpoint}\`\n`);
    expect(faults(markdown)).toEqual([]);
  });

  it("is its page of the documentation (npm run generate)", () => {
    const file = new URL(`../../../docs/identity-providers/${provider}.md`, import.meta.url);
    expect(readFileSync(file, "utf8")).toBe(guidePage(provider));
  });
});

describe("hostile values", () => {
  it("are harmless in Markdown and in a terminal, and whole in JSON", () => {
    fc.assert(
      fc.property(fc.constantFrom(...providerNames), hostileFacts, (provider, facts) => {
        const guide = guideFor(provider, facts);
        expect(faults(guideReports.markdown(guide, plain))).toEqual([]);
        expect(guideReports.text(guide, plain)).not.toMatch(/[\u001b\u202e\r]/);
        expect(JSON.parse(guideReports.json(guide, plain))).toEqual({ version: 1, ...guide });
      }),
      { numRuns: 50 },
    );
  });
});

describe("wrapped", () => {
  it("breaks between words, never within a command, and indents what follows", () => {
    const command = `\`npx identity ${"x".repeat(90)} --y\`,`;
    const text = wrapped(`${"word ".repeat(30)}${command} end`, "   - ", plain);
    expect(text.split("\n")).toEqual([
      `   - ${"word ".repeat(19).trim()}`,
      `     ${"word ".repeat(11).trim()}`,
      `     ${command}`,
      "     end",
      "",
    ]);
  });

  it("fills a line to its last column", () => {
    const fits = `${"a".repeat(49)} ${"b".repeat(50)}`;
    expect(wrapped(fits, "", plain)).toBe(`${fits}\n`);
    expect(wrapped(`${fits}b`, "", plain)).toBe(`${"a".repeat(49)}\n${"b".repeat(51)}\n`);
  });
});
