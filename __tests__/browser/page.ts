import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import type { ReportInput } from "../../src/report/html/input.js";
import { reportHtml } from "../../src/report/html/report.js";

/** A browser with reports as files, which is how people open them. */
export interface ReportBrowser {
  /** Opens a report; what the page throws, logs or asks the network for makes `troubles` longer. */
  readonly open: (
    name: string,
    hash?: string,
    options?: Parameters<Browser["newContext"]>[0],
  ) => Promise<Page>;
  readonly troubles: string[];
  readonly close: () => Promise<void>;
}

/** Chromium of the machine, or the one that CHROMIUM names. */
export async function reportBrowser(reports: Readonly<Record<string, ReportInput>>): Promise<ReportBrowser> {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  for (const [name, input] of Object.entries(reports)) {
    writeFileSync(join(folder, `${name}.html`), reportHtml(input));
  }
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    // Its own sandbox does not start for root, as in a container.
    args: ["--no-sandbox"],
  });
  const troubles: string[] = [];
  return {
    troubles,
    open: async (name, hash = "", options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, ...options });
      const page = await context.newPage();
      page.on("pageerror", (error) => troubles.push(`${error}`));
      page.on("console", (message) => troubles.push(message.text()));
      page.on("request", (request) => {
        if (!request.url().startsWith("file:")) troubles.push(request.url());
      });
      await page.goto(`${pathToFileURL(join(folder, `${name}.html`))}${hash}`);
      return page;
    },
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}
