import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { project } from "../doubles/project.js";
import { catalogPath, exampleCatalog } from "./example.js";

const dist = join(import.meta.dirname, "../../dist");
const identity = join(dist, "src/cli/main.js");

/** Writes the URL of every ES module on its way in, and at the end the path of every CommonJS module. */
const hook = `
import { appendFileSync } from "node:fs";
export async function load(url, context, next) {
  appendFileSync(process.env.TRACE, url + "\\n");
  return next(url, context);
}`;
const trace = `
import { appendFileSync } from "node:fs";
import { createRequire, register } from "node:module";
register("data:text/javascript,${encodeURIComponent(hook)}");
const { cache } = createRequire("/trace.js");
process.on("exit", () => appendFileSync(process.env.TRACE, Object.keys(cache).join("\\n")));`;

/** Names of the packages that a built script loads. Needs `npm run build` first. */
function packagesLoadedBy(script: string, ...args: readonly string[]): readonly string[] {
  const cwd = project({ [catalogPath]: exampleCatalog });
  const env = { ...process.env, TRACE: join(cwd, "trace") };
  const hooks = `data:text/javascript,${encodeURIComponent(trace)}`;
  execFileSync(process.execPath, ["--import", hooks, script, ...args], { cwd, env });
  const files = readFileSync(env.TRACE, "utf8").split("\n");
  const names = files.map((file) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? "");
  return [...new Set(names)];
}

const heavy = /^(cdktf|cdktn|constructs|@cdktf|@cdktn|@aws-sdk|@smithy|csv-stringify)/;

it.each(["validate", "validate --format json", "--help"])(
  "identity %s loads neither cdktf nor the AWS SDK",
  (args) => {
    const loaded = packagesLoadedBy(identity, ...args.split(" "));
    expect(loaded).toContain("commander");
    expect(loaded.filter((name) => heavy.test(name))).toEqual([]);
  },
);

it("the trace sees what is loaded", () => {
  const packages = (...of: string[]) => expect.arrayContaining(of);
  expect(packagesLoadedBy(identity, "validate")).toEqual(packages("yaml", "ajv"));
  expect(packagesLoadedBy(identity, "synth")).toEqual(packages("cdktf", "constructs", "@cdktf/provider-aws"));
  expect(packagesLoadedBy(identity, "access")).toEqual(packages("csv-stringify"));
  expect(packagesLoadedBy(join(dist, "src/directory/clients.js"))).toEqual(
    packages("@aws-sdk/client-sso-admin"),
  );
});
