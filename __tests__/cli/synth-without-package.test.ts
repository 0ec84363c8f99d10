import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { project } from "../doubles/project.js";
import { catalogPath, catalogWithProvider, serviceProvider } from "./example.js";

const packageOf = { okta: "@cdktf/provider-okta", "entra-id": "@cdktf/provider-azuread" } as const;

const stacks = "../../stacks/provider-stacks.js";

// Test files share their modules: what is replaced here has to be loaded anew, and put back.
beforeAll(() => {
  vi.resetModules();
  vi.doMock(stacks, () => ({
    addProviderStack: async (_: unknown, input: { readonly stack: keyof typeof packageOf }) => ({
      ok: false,
      missing: packageOf[input.stack],
    }),
  }));
});
afterAll(() => {
  vi.doUnmock(stacks);
  vi.resetModules();
});

it.each([
  ["okta", "okta"],
  ["entra", "entra-id"],
] as const)(
  "without the package of %s the access is written, and npm install is said",
  async (provider, stack) => {
    const text = catalogWithProvider({ provider, service_provider: serviceProvider });
    const folder = project({ [catalogPath]: text });
    const { identity } = await import("../doubles/shell.js");
    const { code, out, err } = await identity(folder, ["synth", "--format", "json"]);
    const file = "cdktf.out/stacks/aws-sso/cdk.tf.json";
    expect([code, JSON.parse(out)]).toEqual([0, { version: 1, file, files: [file] }]);
    expect(existsSync(join(folder, file))).toBe(true);
    const { optionalDependencies: wanted } = JSON.parse(readFileSync("package.json", "utf8"));
    const name = packageOf[stack];
    expect(err).toContain(
      `warning IDC765: the stack of the identity provider is not written: the package ${name}`,
    );
    expect(err).toContain(`npm install ${name}@${wanted[name]}`);
  },
);
