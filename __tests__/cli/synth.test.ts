import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import {
  catalogPath,
  catalogWithProvider,
  exampleCatalog,
  namedCatalog,
  serviceProvider,
  snapshot,
} from "./example.js";

/** Every file of a folder but CDKTF's manifest of the tool itself, by path. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

describe("identity synth", () => {
  it("writes the same bytes twice, in another folder and for another project", async () => {
    const folders = [
      project({ [catalogPath]: exampleCatalog }),
      project({ [catalogPath]: exampleCatalog }),
    ] as const;
    for (const [folder, out] of [
      [folders[0], "a"],
      [folders[0], "a"],
      [folders[0], "b/c"],
      [folders[1], "x"],
    ] as const) {
      const { code, out: stdout, err } = await identity(folder, ["synth", "--out", out]);
      expect([code, stdout, err]).toEqual([
        0,
        `${out}/stacks/aws-sso/cdk.tf.json written from ${catalogPath}\n`,
        "",
      ]);
    }
    const [first, second, third] = [
      join(folders[0], "a"),
      join(folders[0], "b/c"),
      join(folders[1], "x"),
    ].map(filesIn);
    expect([...(first?.keys() ?? [])]).toContain("stacks/aws-sso/cdk.tf.json");
    expect(second).toEqual(first);
    expect(third).toEqual(first);
  });

  it("writes no path of this machine", async () => {
    const folder = project({ [catalogPath]: exampleCatalog });
    await identity(folder, ["synth"]);
    const text = [...filesIn(join(folder, "cdktf.out")).values()].join("\n");
    expect(text).toContain("aws_ssoadmin_account_assignment");
    for (const path of [folder, process.cwd(), "/tmp/", "/home/", "/root/"]) expect(text).not.toContain(path);
  });

  it("names the stack, its state and the file, also as JSON", async () => {
    const folder = project({ [catalogPath]: exampleCatalog });
    const args = ["synth", "--stack", "other", "--out", join(folder, "out"), "--format", "json"];
    const { code, out, err } = await identity(folder, args);
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toEqual({
      version: 1,
      file: "out/stacks/other/cdk.tf.json",
      files: ["out/stacks/other/cdk.tf.json"],
    });
    const written = readFileSync(join(folder, "out/stacks/other/cdk.tf.json"), "utf8");
    expect(written).toContain("../../../.identity/state/other.tfstate");
  });

  it("uses literal ids of a snapshot, from the environment too", async () => {
    const folder = project({ [catalogPath]: namedCatalog, "named.json": snapshot });
    const { code } = await identity(folder, ["synth"], { env: { IDENTITY_DIRECTORY: "named.json" } });
    expect(code).toBe(0);
    expect(readFileSync(join(folder, "cdktf.out/stacks/aws-sso/cdk.tf.json"), "utf8")).toContain(
      '"g-Admins"',
    );
  });

  it("refuses without accounts: exit code 4, and writes nothing", async () => {
    const folder = project({ [catalogPath]: namedCatalog });
    const { code, out } = await identity(folder, ["synth"]);
    expect([code, out]).toEqual([4, ""]);
    expect(readdirSync(folder)).toEqual(["catalog"]);
  });
});

describe("identity synth with an identity provider", () => {
  const written = { okta: "okta", entra: "entra-id" } as const;

  it.each(["okta", "entra"] as const)("writes the stack of %s beside the access", async (provider) => {
    const text = catalogWithProvider({ provider, service_provider: serviceProvider });
    const folder = project({ [catalogPath]: text });
    const { code, out, err } = await identity(folder, ["synth", "--format", "json"]);
    const [access, other] = ["aws-sso", written[provider]].map((s) => `cdktf.out/stacks/${s}/cdk.tf.json`);
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toEqual({ version: 1, file: access, files: [access, other] });
    const made = filesIn(join(folder, "cdktf.out"));
    const manifest = JSON.parse(made.get("manifest.json") ?? "");
    expect(Object.keys(manifest.stacks)).toEqual(["aws-sso", written[provider]]);
    const stack = made.get(`stacks/${written[provider]}/cdk.tf.json`);
    expect(stack).toContain(`../../../.identity/state/${written[provider]}.tfstate`);
    // The groups that must exist: one is granted something, a user is no group.
    expect(stack?.match(/"(?:name|display_name)": "Admins"/g)).toHaveLength(1);
    expect(stack).not.toContain("jo@example.com");
    // What the access is made of does not depend on it.
    const alone = project({ [catalogPath]: exampleCatalog });
    await identity(alone, ["synth"]);
    expect(made.get("stacks/aws-sso/cdk.tf.json")).toBe(
      filesIn(join(alone, "cdktf.out")).get("stacks/aws-sso/cdk.tf.json"),
    );
  });

  it("makes the groups that are listed, and no others", async () => {
    const text = catalogWithProvider({
      provider: "okta",
      service_provider: serviceProvider,
      groups: ["B", "A"],
      application_name: "A",
    });
    const folder = project({ [catalogPath]: text });
    await identity(folder, ["synth"]);
    const stack = readFileSync(join(folder, "cdktf.out/stacks/okta/cdk.tf.json"), "utf8");
    const names = Object.values(JSON.parse(stack).resource.okta_group as Record<string, { name: string }>);
    expect(names.map((group) => group.name)).toEqual(["A", "B", "A users"]);
  });

  it.each([
    ["the provider has none", { provider: "google", service_provider: serviceProvider }, [], ""],
    [
      "AWS's values are not known",
      { provider: "okta" },
      [],
      "IDC764: the stack okta is not written: service",
    ],
    [
      "its name is taken",
      { provider: "okta", service_provider: serviceProvider },
      ["--stack", "okta"],
      "IDC764: the stack okta is not written: the stack of the access has its name",
    ],
    [
      "a group has the name of the group of everybody",
      { provider: "okta", service_provider: serviceProvider, groups: ["AWS IAM Identity Center users"] },
      [],
      "IDC764",
    ],
  ] as const)("writes no other stack when %s", async (_, vars, args, said) => {
    const folder = project({ [catalogPath]: catalogWithProvider(vars) });
    const { code, out, err } = await identity(folder, ["synth", ...args, "--format", "json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out).files).toHaveLength(1);
    expect(said === "" ? err === "" : err.includes(said)).toBe(true);
  });
});
