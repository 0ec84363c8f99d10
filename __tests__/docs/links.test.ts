import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { slug } from "../../src/catalog/reference/page.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const inDocs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" });
const pages = [
  ...["README.md", "CONTRIBUTING.md"],
  // Parts are linked from where the page is that they become.
  ...inDocs.filter((file) => file.endsWith(".md") && !file.startsWith("parts")).map((file) => `docs/${file}`),
];

/** The page without blocks of code, in which a bracket is no link. */
function proseOf(page: string): string {
  return readFileSync(join(root, page), "utf8").replace(/^```[\s\S]*?^```/gm, "");
}

function linksIn(page: string): readonly string[] {
  const targets = [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? "");
  return targets.filter((target) => !/^(https?|mailto):/.test(target));
}

/** A heading that comes again gets a number on GitHub. */
function anchorsOf(page: string): readonly string[] {
  const headings = [...proseOf(page).matchAll(/^#+ (.*)$/gm)].map((match) => slug(match[1] ?? ""));
  return headings.map((anchor, i) => {
    const before = headings.slice(0, i).filter((other) => other === anchor).length;
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
}

function isBroken(page: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? page : join(dirname(page), path);
  if (!existsSync(join(root, target))) return true;
  return anchor !== undefined && target.endsWith(".md") && !anchorsOf(target).includes(anchor);
}

describe("links between pages", () => {
  it("are many", () => {
    expect(pages.flatMap(linksIn).length).toBeGreaterThan(60);
  });

  it.each(pages)("resolve in %s", (page) => {
    expect(linksIn(page).filter((link) => isBroken(page, link))).toEqual([]);
  });

  it("are found broken when they are", () => {
    expect(isBroken("README.md", "docs/nowhere.md")).toBe(true);
    expect(isBroken("docs/catalog.md", "#nowhere")).toBe(true);
    expect(isBroken("docs/catalog.md", "diagnostics.md#nowhere")).toBe(true);
  });

  it("have the anchors that GitHub gives", () => {
    expect(["`groups`, `idp_groups`", "What's (new)? 2.0", "A – b"].map(slug)).toEqual([
      "groups-idp_groups",
      "whats-new-20",
      "a--b",
    ]);
  });
});
