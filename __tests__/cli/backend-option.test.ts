import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyCommand } from "../../src/cli/workspace-options.js";
import { catalogText, groups } from "../doubles/catalog.js";
import { fakeTerraform } from "../doubles/fake-terraform.js";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import { catalogPath, exampleCatalog } from "./example.js";

const s3 = (more: object = {}) =>
  JSON.stringify({ backend_type: "s3", backend: { s3: { bucket: "acme", key: "sso", ...more } } });
const ofCatalog = "terraform: { backend_type: cloud, backend: { workspaces: { name: sso } } }\n";

/** The backend that synth writes. */
async function synthesized(catalog: string, file: string | null) {
  const folder = project({ [catalogPath]: catalog, ...(file === null ? {} : { "b.yaml": file }) });
  const { code, err } = await identity(folder, ["synth", ...(file === null ? [] : ["--backend", "b.yaml"])]);
  expect([code, err.includes("error")]).toEqual([0, false]);
  const { terraform } = JSON.parse(
    readFileSync(join(folder, "cdktf.out/stacks/aws-sso/cdk.tf.json"), "utf8"),
  );
  return terraform;
}

describe("--backend", () => {
  it("takes the place of the catalog's backend", async () => {
    const settings = { bucket: "acme", key: "sso", use_lockfile: true };
    const catalog = ofCatalog + exampleCatalog;
    expect((await synthesized(catalog, null)).cloud).toEqual({ workspaces: { name: "sso" } });
    expect((await synthesized(catalog, s3())).backend).toEqual({ s3: settings });
    expect((await synthesized(catalog, s3())).cloud).toBeUndefined();
    expect((await synthesized(catalog, "backend_type: local")).backend).toEqual({
      local: { path: "../../../.identity/state/aws-sso.tfstate" },
    });
  });

  it("has a local path relative to the project, seen from where Terraform runs", async () => {
    const local = "backend_type: local\nbackend: { path: states/sso.tfstate }";
    expect((await synthesized(exampleCatalog, local)).backend.local.path).toBe("../../../states/sso.tfstate");
    const granted = catalogText({
      account_assignments: { "plat-dev": groups({ Developers: ["ReadOnlyAccess"] }) },
    });
    const folder = project({ [catalogPath]: granted, "b.yaml": local });
    const env = fakeTerraform(folder);
    const { out, code } = await identity(folder, ["plan", "--backend", "b.yaml", "--sandbox"], { env });
    expect(code).toBe(2);
    const run = /identity apply (\S+) --backend b\.yaml --sandbox\n/.exec(out)?.[1] ?? "";
    const written = readFileSync(join(folder, ".identity/sandbox/runs", run, "cdk.tf.json"), "utf8");
    expect(JSON.parse(written).terraform.backend.local.path).toBe("../../../../states/sso.tfstate");
  });

  it.each(["synth", "preflight", "plan", "apply", "deploy", "unlock"])(
    "%s: a file with a mistake, or none, is exit code 3, at its place",
    async (verb) => {
      const folder = project({ [catalogPath]: exampleCatalog, "b.yaml": "backend_type: s3\nbackend: {}\n" });
      const wrong = await identity(folder, [verb, "--backend", "b.yaml", "--format", "json"]);
      expect(wrong.code).toBe(3);
      expect(JSON.parse(wrong.out).diagnostics).toMatchObject([
        { code: "IDC381", file: "b.yaml", line: 2, column: 10 },
        { code: "IDC381" },
      ]);
      const missing = await identity(folder, [verb, "--backend", "c.yaml"]);
      expect([missing.code, missing.err]).toEqual([
        3,
        expect.stringContaining('IDC102: cannot read "c.yaml"'),
      ]);
    },
  );

  it("is refused with the sandbox when the state is elsewhere: exit code 4", async () => {
    const folder = project({ [catalogPath]: exampleCatalog, "b.yaml": s3() });
    const env = fakeTerraform(folder);
    for (const verb of ["plan", "unlock"]) {
      const { code, err } = await identity(folder, [verb, "--backend", "b.yaml", "--sandbox"], { env });
      expect([code, err]).toEqual([
        4,
        expect.stringContaining("error IDC535: AWS is an endpoint on this machine"),
      ]);
    }
  });

  it("is repeated in the command that applies a run", () => {
    const flags = { stack: "aws-sso", format: "text", sandbox: true, backend: "my states.yaml" };
    expect(applyCommand("RUN", flags)).toBe("identity apply RUN --backend 'my states.yaml' --sandbox");
  });
});
