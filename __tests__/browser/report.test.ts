import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { ReportInput } from "../../src/report/html/input.js";
import { reportOf } from "./organization.js";
import { type ReportBrowser, reportBrowser } from "./page.js";

const small = reportOf(24, 12);
const hostile = [
  "</script><img src=x onerror=alert(1)>",
  "\u202Egpj.exe",
  "{{7*7}}",
  "👩‍💻 Équipe",
  "'\"&<b>",
];
const odd: ReportInput = {
  ...small,
  title: hostile[0] ?? "",
  grants: hostile.map((name, i) => ({
    ...{ accountId: `11111111111${i}`, accountName: name, ou: `/${name}`, accountTypes: [name] },
    ...{ principalType: "GROUP" as const, principalName: name, permissionSet: name },
    ...{ expiresAt: null, sources: [`${name}:1:1`] },
  })),
  sets: hostile.map((name) => ({
    ...{ name, description: name, managedPolicies: [name], customerManagedPolicies: [name] },
    ...{ inlinePolicy: name, permissionsBoundary: name, sessionDuration: name, privilege: "write" },
  })),
  findings: (small.findings ?? []).map((f) => ({ ...f, message: hostile.join(" "), details: hostile })),
  ...{ drift: null, since: null },
};
const bare: ReportInput = { ...small, findings: null, drift: null, since: null };
const views = ["matrix", "account", "principal", "sets", "ends", "findings", "drift", "changes"];
const one = "account=111111111111&who=GROUP+PaymentsEngineers&show=PowerUserAccess";

let browser: ReportBrowser;
let page: Page;
beforeAll(async () => {
  browser = await reportBrowser({ small, odd, bare, large: reportOf(500, 200) });
}, 120_000);
afterEach(async () => {
  await page.context().close();
  expect(browser.troubles.splice(0)).toEqual([]);
});
afterAll(() => browser.close());

const text = (selector: string) => page.locator(selector).allInnerTexts();
const rowNames = () => text(".body .head .who");
/** Row and column of the cell with the focus. */
const focused = () =>
  page.locator(":focus").evaluate((cell) => [Number(cell.dataset["r"]), Number(cell.dataset["c"])]);
/** The page follows its address a moment later. */
const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000 });

vi.setConfig({ testTimeout: 120_000 });

describe("the matrix", () => {
  it("opens with a column for each account type, and a click opens its accounts", async () => {
    page = await browser.open("small");
    await soon(() => text(".band-label bdi")).toEqual(["core", "dev", "prod", "sandbox"]);
    await soon(() => text(".names .account")).toEqual([]);
    await page.locator(".band", { hasText: "dev" }).click();
    await soon(async () => (await text(".names .account")).slice(0, 2)).toEqual([
      "dev-mobile-1",
      "dev-mobile-2",
    ]);
    await soon(async () => new URL(page.url()).hash).toBe("#open=dev");
    await page.locator(".band", { hasText: "dev" }).click();
    await soon(() => text(".names .account")).toEqual([]);
  });

  it("collects columns by OU", async () => {
    page = await browser.open("small");
    await page.getByLabel("Columns by").selectOption("ou");
    await soon(() => text(".band-label bdi")).toEqual([
      "/Core",
      "/Platform/Dev",
      "/Platform/Prod",
      "/Sandbox",
    ]);
  });

  it("shows the same grants as the report has", async () => {
    page = await browser.open("small", "#open=prod");
    const row = page.locator(".row.body", { hasText: "PaymentsEngineers" });
    const of = small.grants.filter((g) => g.principalName === "PaymentsEngineers");
    const there = of.filter((g) => g.accountId === "111111111111").map((g) => g.permissionSet);
    const column = await page.locator(".names .cell", { hasText: /111111111111$/ }).getAttribute("data-c");
    expect(await row.locator(`[data-c="${column}"] .set-name`).allInnerTexts()).toEqual(there);
    const core = of.filter((g) => g.accountTypes[0] === "core" && g.permissionSet === "RootAccess").length;
    expect(await row.locator('[data-c="0"] .set').first().innerText()).toMatch(
      new RegExp(`RootAccess[^×]*×${core}$`),
    );
  });

  it("tells privileges by letters and by name, not by colour alone", async () => {
    page = await browser.open("small");
    const cell = page
      .locator(".row.body", { hasText: "PaymentsEngineers" })
      .locator('[data-c="0"] .set')
      .first();
    expect((await cell.textContent())?.replace(/\s+/g, " ")).toMatch(/^SRootAccess \(Root sessions\)/);
  });

  it("opens a cell, with the line of the catalog that says so", async () => {
    page = await browser.open("small", "#open=core");
    await page.locator(".row.body .at-admin").first().click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.locator("tbody tr").count()).toBeGreaterThan(0);
    expect(await dialog.locator("code").first().innerText()).toMatch(/^catalog\/aws-sso\.yaml:\d+:7$/);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.keyboard.press("Escape");
    await soon(() => dialog.count()).toBe(0);
  });
});

describe("filters", () => {
  it("narrow rows, columns and the count, and are in the address", async () => {
    page = await browser.open("small");
    await page.getByLabel("Search").fill("payments prod");
    const wanted = small.grants.filter(
      (g) => /payments/i.test(g.principalName + g.accountName) && /prod/i.test(`${g.accountName} ${g.ou}`),
    );
    await soon(() => text("[role=status]")).toEqual([`${wanted.length} of ${small.grants.length} grants`]);
    await soon(() => text(".band-label bdi")).toEqual(["prod"]);
    await soon(async () => new URL(page.url()).hash).toBe("#q=payments+prod");
    await page.getByRole("button", { name: "Clear" }).click();
    await soon(() => text("[role=status]")).toEqual([`${small.grants.length} grants`]);
    await soon(() => page.getByLabel("Search").inputValue()).toBe("");
  });

  it("are read from the address, and Back undoes a choice", async () => {
    page = await browser.open("small", "#kind=USER");
    await soon(() => rowNames()).toEqual(["ana@example.com"]);
    await soon(() => page.getByLabel("Who", { exact: true }).inputValue()).toBe("USER");
    await page.getByLabel("Privilege", { exact: true }).selectOption("read");
    await soon(() => text(".matrix .none")).toEqual(["No grant matches these filters."]);
    await page.goBack();
    await soon(() => rowNames()).toEqual(["ana@example.com"]);
  });

  it("by OU include the OUs below", async () => {
    page = await browser.open("small");
    await page.getByLabel("OU", { exact: true }).selectOption("/Platform");
    await soon(() => text(".band-label bdi")).toEqual(["dev", "prod"]);
  });
});

describe("views", () => {
  it("say who can do what in an account", async () => {
    page = await browser.open("small", "#view=account&account=111111111114");
    const wanted = small.grants.filter((g) => g.accountId === "111111111114");
    await soon(() => page.locator("tbody tr").count()).toBe(wanted.length);
    await soon(() => page.locator("tbody tr").first().locator(".set-name").innerText()).toBe("RootAccess");
  });

  it("say what a group can do, and where", async () => {
    page = await browser.open("small");
    await page.locator(".body .head", { hasText: "CheckoutLeads" }).click();
    const wanted = small.grants.filter((g) => g.principalName === "CheckoutLeads");
    await soon(() => text("h2")).toEqual(["What CheckoutLeads can do, and where"]);
    await soon(() => page.locator("tbody tr").count()).toBe(wanted.length);
  });

  it("say what a set allows, statement by statement", async () => {
    page = await browser.open("small", "#view=sets&show=PowerUserAccess");
    await soon(() => page.locator("article tbody tr", { hasText: "NotElsewhere" }).innerText()).toMatch(
      /Deny\s+all but\s+iam:\*/,
    );
    await page.locator("summary").click();
    expect(JSON.parse(await page.locator("details pre").innerText())).toMatchObject({
      Version: "2012-10-17",
    });
  });

  it("list what ends, the next first", async () => {
    page = await browser.open("small", "#view=ends");
    await soon(() => page.locator("tbody th").first().innerText()).toBe("2026-11-30, in 6 days");
    await soon(() => page.locator("tbody tr").count()).toBe(
      small.grants.filter((g) => g.expiresAt !== null).length,
    );
  });

  it("list findings, drift and changes", async () => {
    page = await browser.open("small", "#view=findings");
    await soon(() => text(".findings .severity")).toEqual(["ERROR", "WARNING", "INFO"]);
    await page.getByRole("link", { name: "warning 1" }).click();
    await soon(() => text(".findings code")).toContain("IDC605");
    await page.getByRole("link", { name: "Drift 3" }).click();
    await soon(() => page.locator("tbody tr").count()).toBe(3);
    await page.getByRole("link", { name: "Changes 6" }).click();
    await soon(() => text("h3")).toEqual(["Added 3", "Removed 2", "Ending at another time 1"]);
  });

  it("do not say that there is nothing when nobody looked", async () => {
    page = await browser.open("bare");
    for (const view of ["Findings", "Drift", "Changes"]) {
      await page.getByRole("link", { name: view }).click();
      await soon(() => text(".none")).toEqual([expect.stringMatching(/^Not known: this report was /)]);
    }
  });
});

describe("the keyboard", () => {
  it("moves through the grid with one stop for Tab", async () => {
    page = await browser.open("small");
    await soon(() => page.locator('.grid [tabindex="0"]').count()).toBe(1);
    await page.locator('.grid [tabindex="0"]').focus();
    await soon(() => focused()).toEqual([0, 0]);
    for (const [key, cell] of [
      ["ArrowRight", [0, 1]],
      ["ArrowDown", [1, 1]],
      ["Home", [1, -1]],
      ["ArrowUp", [0, -1]],
      ["End", [0, 3]],
      ["Control+End", [12, 3]],
      ["Control+Home", [-2, -1]],
      ["ArrowRight", [-2, 0]],
    ] as const) {
      await page.keyboard.press(key);
      await soon(async () => [key, await focused()]).toEqual([key, cell]);
    }
    await page.keyboard.press("Enter");
    await soon(() => page.locator(".band").first().getAttribute("aria-expanded")).toBe("true");
    await soon(() => focused()).toEqual([-2, 0]);
    await page.keyboard.press("ArrowRight");
    await soon(() => focused()).toEqual([-2, 6]);
  });

  it("keeps the focus while its cell is scrolled away", async () => {
    page = await browser.open("large", "#open=prod");
    await page.locator('.grid [tabindex="0"]').focus();
    await page.locator(".grid").evaluate((grid) => grid.scrollTo(9000, 9000));
    await soon(() => page.locator('[data-r="3"]').count()).toBe(0);
    await page.keyboard.press("ArrowDown");
    await soon(() => focused()).toEqual([1, 0]);
  });

  it("opens a cell, and is back at it when that is closed", async () => {
    page = await browser.open("small");
    await page.locator('.grid [tabindex="0"]').focus();
    await page.keyboard.press("Enter");
    await soon(() => page.getByRole("dialog").count()).toBe(1);
    await page.keyboard.press("Escape");
    await soon(() => focused()).toEqual([0, 0]);
  });
});

describe("screen readers", () => {
  it.each(views.flatMap((view) => ["light", "dark"].map((scheme) => [view, scheme] as const)))(
    "axe finds nothing in the view %s, %s",
    async (view, colorScheme) => {
      page = await browser.open("small", `#view=${view}&${one}`, {
        colorScheme: colorScheme === "dark" ? "dark" : "light",
      });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => [v.id, v.nodes.map((n) => n.html)])).toEqual([]);
    },
  );

  it("are told the size of the whole grid, not of what is drawn", async () => {
    page = await browser.open("large", "#open=prod");
    const grid = page.getByRole("grid");
    expect(await grid.getAttribute("aria-rowcount")).toBe("203");
    expect(await grid.getAttribute("aria-colcount")).toBe("129");
    expect(await page.locator(".row.body").count()).toBeLessThan(20);
  });
});

describe("names that want to be more than names", () => {
  it.each(views)("stay names in the view %s", async (view) => {
    const name = hostile[0] ?? "";
    const params = new URLSearchParams({ view, account: "111111111110", who: `GROUP ${name}`, show: name });
    page = await browser.open("odd", `#${params}`);
    await soon(() => page.locator("img, main b").count()).toBe(0);
    await soon(() => page.locator("h1").innerText()).toBe(name);
    expect(await page.locator("body").innerText()).not.toContain("\u202E");
  });

  it("are shown, with what cannot be seen written out", async () => {
    page = await browser.open("odd");
    const names = await rowNames();
    expect(names).toContain("\\u202egpj.exe");
    expect(names).toContain("{{7*7}}");
  });
});

describe("a large organization", () => {
  it("opens 500 accounts by 200 groups with little work, and scrolls by drawing what is seen", async () => {
    page = await browser.open("large");
    await soon(() => text("[role=status]")).toEqual(["160,126 grants"]);
    const client = await page.context().newCDPSession(page);
    await client.send("Performance.enable", { timeDomain: "threadTicks" });
    // Time of the processor, so that a busy machine does not fail it; 2 s is what a reader is to wait.
    await page.reload();
    expect(await taskSeconds()).toBeLessThan(2);
    await page.evaluate("location.hash = '#open=core&open=dev&open=prod&open=sandbox'");
    await page.locator(".names .account").first().waitFor();
    const before = await taskSeconds();
    for (let i = 0; i < 60; i += 1) {
      await page.locator(".grid").evaluate((grid) => grid.scrollBy(0, 60));
      await page.evaluate("new Promise(requestAnimationFrame)");
    }
    expect(((await taskSeconds()) - before) / 60).toBeLessThan(0.03);
    expect(await page.locator("*").count()).toBeLessThan(5000);

    async function taskSeconds(): Promise<number> {
      const { metrics } = await client.send("Performance.getMetrics");
      return metrics.find((m) => m.name === "TaskDuration")?.value ?? Number.NaN;
    }
  });
});

describe("paper, and no JavaScript", () => {
  it("prints the matrix as a list, with the filters in force", async () => {
    page = await browser.open("small", "#q=SearchLeads", { colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    const table = page.locator(".printed");
    await table.waitFor();
    await soon(() => text(".paper .lead")).toEqual(['Filtered: "SearchLeads"']);
    expect(await table.innerText()).toContain("SearchLeads");
    await soon(() => page.locator(".grid").isVisible()).toBe(false);
    expect(await page.evaluate("getComputedStyle(document.documentElement).backgroundColor")).toBe(
      "rgb(255, 255, 255)",
    );
  });

  it("lists the grants when JavaScript is off", async () => {
    page = await browser.open("small", "", { javaScriptEnabled: false });
    await soon(() => page.locator("noscript tbody tr, table.plain tbody tr").count()).toBe(
      small.grants.length,
    );
  });
});
