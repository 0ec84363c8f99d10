import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { project } from "../doubles/project.js";
import { catalogPath, catalogWithProvider, serviceProvider } from "./example.js";

const root = join(import.meta.dirname, "../..");

/** Lets Node look for the two packages where nothing is installed. */
const hook = `
export async function resolve(specifier, context, next) {
  const [, name, path] = /^#provider-(okta|azuread)\\/(.*)$/.exec(specifier) ?? [];
  if (name === undefined) return next(specifier, context);
  return next("@cdktf/provider-" + name + "/lib/" + path + "/index.js", { ...context, parentURL: "file:///nowhere/x.js" });
}`;
const register = `
import { register } from "node:module";
register("data:text/javascript,${encodeURIComponent(hook)}");`;

it.each([
  ["okta", "@cdktf/provider-okta"],
  ["entra", "@cdktf/provider-azuread"],
])("without the package of %s the access is written, and npm install is said", (provider, name) => {
  const text = catalogWithProvider({ provider, service_provider: serviceProvider });
  const cwd = project({ [catalogPath]: text });
  const args = ["--import", `data:text/javascript,${encodeURIComponent(register)}`];
  const verb = [join(root, "dist/src/cli/main.js"), "synth", "--format", "json"];
  const options = { cwd, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, ...verb], options);
  const file = "cdktf.out/stacks/aws-sso/cdk.tf.json";
  expect(stderr).toContain(`the stack of the identity provider is not written: the package ${name} is not`);
  expect([status, JSON.parse(stdout)]).toEqual([0, { version: 1, file, files: [file] }]);
  expect(existsSync(join(cwd, file))).toBe(true);
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(stderr).toContain(`npm install ${name}@${optionalDependencies[name]}`);
});
